/** Why the rules refuse something. */
@NullMarked
package org.pengjiang.appeal.model.problem;

import org.jspecify.annotations.NullMarked;

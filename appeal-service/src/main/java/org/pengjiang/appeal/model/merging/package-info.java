/** Appeals of the same matter: one is answered, and the others follow it. */
@NullMarked
package org.pengjiang.appeal.model.merging;

import org.jspecify.annotations.NullMarked;

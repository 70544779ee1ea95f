/** The time policies in force and before, as everybody may read them. */
@NullMarked
package org.pengjiang.appeal.policies;

import org.jspecify.annotations.NullMarked;

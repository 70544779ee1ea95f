/** Explains every due of a clock, and answers what-if deadlines. */
@NullMarked
package org.pengjiang.appeal.deadlines;

import org.jspecify.annotations.NullMarked;

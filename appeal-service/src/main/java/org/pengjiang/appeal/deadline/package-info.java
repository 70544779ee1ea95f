/** Keeps the clocks of appeals true: fires what is due, follows a new calendar, and explains every due. */
@NullMarked
package org.pengjiang.appeal.deadline;

import org.jspecify.annotations.NullMarked;

/** The working calendar: what a division adds to it, published for every service, and what-if deadlines. */
@NullMarked
package org.pengjiang.appeal.calendars;

import org.jspecify.annotations.NullMarked;

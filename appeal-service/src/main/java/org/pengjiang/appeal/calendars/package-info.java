/** The working calendar: what a division adds to it, published for every service. */
@NullMarked
package org.pengjiang.appeal.calendars;

import org.jspecify.annotations.NullMarked;

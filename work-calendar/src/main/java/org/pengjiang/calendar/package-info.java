/** Working time of the district: which days and hours count, and when a deadline ends. Plain Java, no framework. */
@NullMarked
package org.pengjiang.calendar;

import org.jspecify.annotations.NullMarked;

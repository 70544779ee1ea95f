/**
 * What enterprises ask for, answered in working time: intake, dispatch to the project's special class or to a unit, deadlines
 * that count the State Council's working days, reply, rating and closure. Owns appeals and the working calendar, publishes both
 * to {@code appeal.events}, and follows projects, special classes and units. Calls no other service to do its work.
 */
@NullMarked
package org.pengjiang.appeal;

import org.jspecify.annotations.NullMarked;

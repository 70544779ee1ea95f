package org.pengjiang.appeal.model.clock;

import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.Target;

/**
 * How long a part has.
 *
 * @param unit who owes it; null for the offices of the district
 * @param source whose rule it is
 */
public record ClockPlan(Target target, @Nullable String unit, String source) {}

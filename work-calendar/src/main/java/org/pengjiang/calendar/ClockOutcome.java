package org.pengjiang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a clock ended; frozen, whatever happens to its target, its calendar or the case afterwards.
 *
 * @param met true when it was answered at or before its due
 * @param deadline the due it was held against
 * @param answeredAt null while it is missed and still unanswered
 */
public record ClockOutcome(
        boolean met, Deadline deadline, @Nullable Instant answeredAt) {}

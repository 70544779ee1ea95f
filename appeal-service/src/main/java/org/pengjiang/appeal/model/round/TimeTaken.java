package org.pengjiang.appeal.model.round;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarVersion;

/**
 * How long something took, by the wall and in working time; whole minutes, nothing rounded up.
 *
 * @param workingMinutes null of what ended before they were kept
 */
public record TimeTaken(long minutes, @Nullable Long workingMinutes) {
    static @Nullable TimeTaken between(Instant from, @Nullable Instant to, CalendarVersion calendar) {
        return to == null
                ? null
                : new TimeTaken(Duration.between(from, to).toMinutes(), calendar.workingMinutesBetween(from, to));
    }

    static @Nullable TimeTaken stored(@Nullable Long minutes, @Nullable Long workingMinutes) {
        return minutes == null ? null : new TimeTaken(minutes, workingMinutes);
    }
}

package org.pengjiang.appeal.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.WorkingInterval;
import org.pengjiang.identifiers.DivisionCode;

/**
 * One publication, checked and not yet kept: what the division adds from now on, and what that changes.
 *
 * @param additions everything the division adds
 * @param before the calendar of the division until now
 * @param after the calendar that results
 */
record CalendarRevision(
        DivisionCode division,
        long revision,
        CalendarAdditions additions,
        CalendarVersion before,
        CalendarVersion after) {

    /** A day whose working hours are other ones than before. */
    record ChangedDay(LocalDate date, List<String> before, List<String> after) {}

    List<ChangedDay> changedDays() {
        LocalDate first = after.coverage().horizonFrom();
        LocalDate end = after.coverage().horizonTo().plusDays(1);
        return first.datesUntil(end)
                .map(this::changed)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Years whose notice is known now and was not before: what rested on them is provisional no more. */
    List<Integer> yearsConfirmed() {
        List<Integer> loaded = before.coverage().loadedYears();
        return after.coverage().loadedYears().stream()
                .filter(year -> !loaded.contains(year))
                .toList();
    }

    private @Nullable ChangedDay changed(LocalDate date) {
        List<WorkingInterval> old = before.workingIntervals(date);
        List<WorkingInterval> now = after.workingIntervals(date);
        return Objects.equals(old, now) ? null : new ChangedDay(date, texts(old), texts(now));
    }

    static List<String> texts(List<WorkingInterval> intervals) {
        return intervals.stream().map(WorkingInterval::toString).toList();
    }
}

package org.pengjiang.appeal.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;

/** What a division itself adds to the calendar above it. */
@Schema(name = "DivisionCalendar")
record DivisionCalendarView(
        String division,

        @Schema(description = "Number of its newest publication, 0 before the first; also the ETag")
        long revision,

        @Schema(description = "The calendar that results, with what the divisions above have published")
        String calendarVersion,

        List<YearView> years,
        List<LocalDayView> localDays,
        List<HoursView> officeHours,
        List<String> allowedCommands) {

    /** A national year that this division has loaded. */
    @Schema(name = "DivisionCalendarYear")
    record YearView(int year, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source) {}

    /** A day the division suspends or shortens. */
    @Schema(name = "DivisionLocalDay")
    record LocalDayView(LocalDate date, List<String> open, String documentNo) {}

    /** Office hours from a date on. */
    @Schema(name = "DivisionOfficeHours")
    record HoursView(LocalDate from, List<String> intervals, boolean assumption) {}

    static DivisionCalendarView of(
            DivisionCode division,
            Optional<DivisionCalendar> calendar,
            CalendarVersion resulting,
            List<String> allowedCommands) {
        CalendarAdditions own = calendar.map(DivisionCalendar::additions).orElse(CalendarAdditions.NONE);
        return new DivisionCalendarView(
                division.value(),
                calendar.map(DivisionCalendar::revision).orElse(0L),
                resulting.id(),
                own.years().stream()
                        .map(year -> new YearView(year.year(), year.daysOff(), year.makeUpDays(), year.source()))
                        .toList(),
                own.localDays().stream()
                        .map(day ->
                                new LocalDayView(day.date(), CalendarRevision.texts(day.open()), day.documentNumber()))
                        .toList(),
                own.hours().stream()
                        .map(hours -> new HoursView(
                                hours.from(), CalendarRevision.texts(hours.intervals()), hours.assumption()))
                        .toList(),
                allowedCommands);
    }
}

package org.pengjiang.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.LocalDay;
import org.pengjiang.calendar.NationalYear;
import org.pengjiang.calendar.OfficeHours;

/**
 * One year of the calendar.
 *
 * @param provisional true while no notice is loaded for the year
 * @param source address or number of the notice or the law
 * @param workdaysByMonth January to December
 * @param weekdaysOff Monday-to-Friday days without work
 * @param makeUpDays Saturdays and Sundays worked, 调休上班日
 */
public record CalendarYearView(
        int year,
        String calendarVersion,
        boolean provisional,
        @Nullable String source,
        int workdays,
        List<Integer> workdaysByMonth,
        List<LocalDate> weekdaysOff,
        List<LocalDate> makeUpDays,
        List<LocalDayView> localDays,
        List<HoursView> officeHours) {

    /**
     * A day that a division suspended or shortened, 地方停工日.
     *
     * @param open what stays open of the office hours; empty when the whole day is suspended
     */
    public record LocalDayView(LocalDate date, List<String> open, String documentNumber) {
        static LocalDayView of(LocalDay day) {
            return new LocalDayView(
                    day.date(), day.open().stream().map(Object::toString).toList(), day.documentNumber());
        }
    }

    /** @param assumption true while the district has not confirmed these hours */
    public record HoursView(LocalDate from, List<String> intervals, boolean assumption) {
        static HoursView of(OfficeHours hours) {
            return new HoursView(
                    hours.from(),
                    hours.intervals().stream().map(Object::toString).toList(),
                    hours.assumption());
        }
    }

    static CalendarYearView of(CalendarVersion version, int year) {
        Optional<NationalYear> known = version.data().years().stream()
                .filter(row -> row.year() == year)
                .findFirst();
        List<Integer> byMonth = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> workdays(version, LocalDate.of(year, month, 1)))
                .toList();
        LocalDate first = LocalDate.of(year, 1, 1);
        return new CalendarYearView(
                year,
                version.id(),
                known.map(NationalYear::provisional).orElse(true),
                known.map(NationalYear::source).orElse(null),
                byMonth.stream().mapToInt(Integer::intValue).sum(),
                byMonth,
                first.datesUntil(first.plusYears(1))
                        .filter(day -> isOrdinaryWorkday(day) && !version.isWorkday(day))
                        .toList(),
                first.datesUntil(first.plusYears(1))
                        .filter(day -> !isOrdinaryWorkday(day) && version.isWorkday(day))
                        .toList(),
                version.data().localDays().stream()
                        .filter(day -> day.date().getYear() == year)
                        .map(LocalDayView::of)
                        .toList(),
                version.data().hours().stream().map(HoursView::of).toList());
    }

    private static boolean isOrdinaryWorkday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }

    private static int workdays(CalendarVersion version, LocalDate firstOfMonth) {
        return Math.toIntExact(firstOfMonth
                .datesUntil(firstOfMonth.plusMonths(1))
                .filter(version::isWorkday)
                .count());
    }
}

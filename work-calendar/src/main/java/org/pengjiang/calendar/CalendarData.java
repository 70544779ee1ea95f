package org.pengjiang.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything a calendar is made of, as values. It becomes a {@link CalendarVersion} once it has no fault.
 *
 * @param version id that every answer carries
 * @param workWeek the weekdays worked when no row says otherwise; any of the 127 sets
 * @param hours office hours by the date they begin
 * @param years national rows
 * @param localDays suspensions and half days of the district
 */
public record CalendarData(
        String version,
        List<DayOfWeek> workWeek,
        List<OfficeHours> hours,
        List<NationalYear> years,
        List<LocalDay> localDays) {

    public CalendarData {
        workWeek = workWeek.stream().distinct().sorted().toList();
        hours = sorted(hours, Comparator.comparing(OfficeHours::from));
        years = sorted(years, Comparator.comparing(NationalYear::year));
        localDays = sorted(localDays, Comparator.comparing(LocalDay::date));
    }

    /** The same calendar under a new id with this year in place of what was known of it. */
    public CalendarData withYear(NationalYear year, String newVersion) {
        Stream<NationalYear> others = years.stream().filter(known -> known.year() != year.year());
        return new CalendarData(
                newVersion,
                workWeek,
                hours,
                Stream.concat(others, Stream.of(year)).toList(),
                localDays);
    }

    /** The same calendar under a new id with one more local day. */
    public CalendarData withLocalDay(LocalDay day, String newVersion) {
        List<LocalDay> more = new ArrayList<>(localDays);
        more.add(day);
        return new CalendarData(newVersion, workWeek, hours, years, more);
    }

    /** The same calendar under a new id with office hours that hold from their date on. */
    public CalendarData withHours(OfficeHours from, String newVersion) {
        Stream<OfficeHours> others =
                hours.stream().filter(known -> !known.from().equals(from.from()));
        return new CalendarData(
                newVersion, workWeek, Stream.concat(others, Stream.of(from)).toList(), years, localDays);
    }

    private static <T> List<T> sorted(Collection<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }
}

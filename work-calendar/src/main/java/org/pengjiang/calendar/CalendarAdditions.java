package org.pengjiang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one division publishes on top of the calendar above it: national years that were announced later, its own
 * suspensions and half days, its own office hours. A narrower division comes after a wider one.
 *
 * @param years hold where no notice of the same year is known above; at the root they take the place of what was known
 * @param localDays only take working time away; where two divisions name the same day, what both leave open stays open
 * @param hours take over from their date on, also from hours that a wider division sets later
 */
public record CalendarAdditions(List<NationalYear> years, List<LocalDay> localDays, List<OfficeHours> hours) {

    public static final CalendarAdditions NONE = new CalendarAdditions(List.of(), List.of(), List.of());

    public CalendarAdditions {
        years = sorted(years, Comparator.comparing(NationalYear::year));
        localDays = sorted(localDays, Comparator.comparing(LocalDay::date));
        hours = sorted(hours, Comparator.comparing(OfficeHours::from));
    }

    /** Reads what {@link #text} wrote; a {@link CalendarDataException} names every fault at once. */
    public static CalendarAdditions parse(String text) {
        return CalendarFile.parseAdditions(text);
    }

    /** As lines of a calendar file, without version and working week. */
    public String text() {
        return CalendarFile.write(this);
    }

    public boolean isEmpty() {
        return years.isEmpty() && localDays.isEmpty() && hours.isEmpty();
    }

    /**
     * The calendar that results on top of another one, whose notices hold against own ones of the same year. It may have faults;
     * {@link CalendarVersion#of} finds them.
     */
    public CalendarData onto(CalendarData base, String version) {
        List<Integer> loaded = base.years().stream()
                .filter(known -> !known.provisional())
                .map(NationalYear::year)
                .toList();
        return onto(
                base,
                version,
                years.stream().filter(year -> !loaded.contains(year.year())).toList());
    }

    /** As {@link #onto}, and own years take the place of those that are known. */
    public CalendarData replacing(CalendarData base, String version) {
        return onto(base, version, years);
    }

    private CalendarData onto(CalendarData base, String version, List<NationalYear> holding) {
        List<Integer> ownYears = holding.stream().map(NationalYear::year).toList();
        LocalDate ownHoursFrom = hours.isEmpty() ? LocalDate.MAX : hours.get(0).from();
        return new CalendarData(
                version,
                base.workWeek(),
                joined(base.hours().stream().filter(held -> held.from().isBefore(ownHoursFrom)), hours),
                joined(base.years().stream().filter(known -> !ownYears.contains(known.year())), holding),
                united(base.localDays()));
    }

    /** These with more: the same year, or hours from the same date, are replaced; a local day is added as it is. */
    public CalendarAdditions with(CalendarAdditions more) {
        List<Integer> newYears = more.years.stream().map(NationalYear::year).toList();
        List<LocalDate> newHours = more.hours.stream().map(OfficeHours::from).toList();
        return new CalendarAdditions(
                joined(years.stream().filter(year -> !newYears.contains(year.year())), more.years),
                joined(localDays.stream(), more.localDays),
                joined(hours.stream().filter(held -> !newHours.contains(held.from())), more.hours));
    }

    /** These without the local days of these dates. */
    public CalendarAdditions withoutLocalDays(List<LocalDate> dates) {
        return new CalendarAdditions(
                years,
                localDays.stream().filter(day -> !dates.contains(day.date())).toList(),
                hours);
    }

    /** A day that stands twice in the own list stays twice, so that the check finds it. */
    private List<LocalDay> united(List<LocalDay> above) {
        Map<LocalDate, LocalDay> wider = new TreeMap<>();
        above.forEach(day -> wider.put(day.date(), day));
        List<LocalDay> all = new ArrayList<>();
        for (LocalDay own : localDays) {
            LocalDay other = wider.remove(own.date());
            all.add(other == null ? own : own.within(other));
        }
        all.addAll(wider.values());
        return all;
    }

    private static <T> List<T> joined(Stream<T> first, List<T> second) {
        return Stream.concat(first, second.stream()).toList();
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }
}

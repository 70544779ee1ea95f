package org.pengjiang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A calendar nobody would publish: any weekday set, one to three intervals, odd days off, make-ups, local days. */
final class RandomCalendar {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    private final Random random;

    RandomCalendar(Random random) {
        this.random = random;
    }

    /** @param weekdaySet 1 to 127, Monday the lowest bit */
    CalendarData of(int weekdaySet) {
        List<DayOfWeek> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((weekdaySet >> day.ordinal() & 1) == 1) {
                week.add(day);
            }
        }
        List<OfficeHours> hours = new ArrayList<>();
        hours.add(new OfficeHours(FROM, intervals(), true));
        if (random.nextBoolean()) {
            hours.add(new OfficeHours(FROM.plusDays(1 + random.nextInt(300)), intervals(), false));
        }
        List<LocalDate> off = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        FROM.datesUntil(UNTIL).forEach(date -> {
            boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            int dice = random.nextInt(20);
            if (dice == 0) {
                off.add(date);
            } else if (dice == 1 && weekend) {
                worked.add(date);
            }
        });
        List<LocalDay> local = new ArrayList<>();
        FROM.datesUntil(UNTIL).filter(date -> random.nextInt(25) == 0).forEach(date -> local.add(localDay(date)));
        NationalYear year = new NationalYear(2026, false, off, worked, "国办发明电〔2025〕1号");
        NationalYear next = new NationalYear(2027, false, List.of(), List.of(), "国办发明电〔2026〕1号");
        return new CalendarData("random-" + weekdaySet, week, hours, List.of(year, next), local);
    }

    private LocalDay localDay(LocalDate date) {
        return random.nextBoolean()
                ? LocalDay.suspended(date, "local 1")
                : new LocalDay(date, List.of(random.nextBoolean() ? interval(0, 720) : interval(720, 1440)), "local 2");
    }

    /** One to three intervals on whole minutes; neighbours may touch, the last may end at midnight. */
    private List<WorkingInterval> intervals() {
        int count = 1 + random.nextInt(3);
        TreeSet<Integer> borders = new TreeSet<>();
        while (borders.size() < 2 * count) {
            borders.add(random.nextInt(10) == 0 ? random.nextInt(2) * 1440 : random.nextInt(1441));
        }
        List<WorkingInterval> intervals = new ArrayList<>();
        Integer[] minutes = borders.toArray(Integer[]::new);
        for (int i = 0; i < count; i++) {
            intervals.add(interval(minutes[2 * i], minutes[2 * i + 1]));
        }
        if (count > 1 && random.nextInt(4) == 0) {
            intervals.set(1, interval(minutes[1], minutes[3]));
        }
        return intervals;
    }

    private static WorkingInterval interval(int fromMinute, int toMinute) {
        return new WorkingInterval(fromMinute * 60, toMinute * 60);
    }
}

package org.pengjiang.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every second of the horizon by its position on the axis of working time: prefix sums per day, so that "between" is two
 * look-ups and "add" one binary search. Moments are epoch seconds, days are indexes from the first day of the horizon.
 */
final class WorkingTime {

    static final LocalDate FIRST_DAY = LocalDate.of(2000, Month.JANUARY, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2099, Month.DECEMBER, 31);

    private static final int ORIGIN = Math.toIntExact(FIRST_DAY.toEpochDay());
    private static final int DAYS = Math.toIntExact(LAST_DAY.toEpochDay()) - ORIGIN + 1;

    private final WorkingInterval[][] intervals = new WorkingInterval[DAYS][];
    /** Working seconds, and days without a published list, before each day. */
    private final long[] secondsBefore = new long[DAYS + 1];

    private final int[] notLoadedBefore = new int[DAYS + 1];
    /** Working days before each day, and the day of each rank. */
    private final int[] workdaysBefore = new int[DAYS + 1];

    private final int[] dayOfRank;

    WorkingTime(CalendarData data) {
        // Days share the arrays of their office hours, so that the horizon fits into a processor's cache.
        Map<List<WorkingInterval>, WorkingInterval[]> shared = new IdentityHashMap<>();
        Rows rows = new Rows(data);
        int[] ranks = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = LocalDate.ofEpochDay(ORIGIN + day);
            List<WorkingInterval> open = rows.open(date);
            intervals[day] = shared.computeIfAbsent(open, hours -> hours.toArray(WorkingInterval[]::new));
            secondsBefore[day + 1] = secondsBefore[day]
                    + open.stream().mapToLong(WorkingInterval::seconds).sum();
            notLoadedBefore[day + 1] = notLoadedBefore[day] + (rows.loaded(date) ? 0 : 1);
            workdaysBefore[day + 1] = workdaysBefore[day];
            if (!open.isEmpty()) {
                ranks[workdaysBefore[day + 1]++] = day;
            }
        }
        dayOfRank = Arrays.copyOf(ranks, workdaysBefore[DAYS]);
    }

    static boolean covers(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }

    boolean isEmpty() {
        return dayOfRank.length == 0;
    }

    int day(LocalDate date) {
        if (!covers(date)) {
            throw beyondHorizon("" + date);
        }
        return (int) date.toEpochDay() - ORIGIN;
    }

    int day(long epochSecond) {
        long day = ShanghaiTime.epochDay(epochSecond) - ORIGIN;
        if (day < 0 || day >= DAYS) {
            throw beyondHorizon("" + Instant.ofEpochSecond(epochSecond));
        }
        return (int) day;
    }

    /** The day so many days after the day of this moment. */
    int dayAfter(long epochSecond, long days) {
        long day = day(epochSecond) + days;
        if (day >= DAYS) {
            throw beyondHorizon(days + " days after " + Instant.ofEpochSecond(epochSecond));
        }
        return Math.toIntExact(day);
    }

    /** 24:00 of a day. */
    long midnightAfter(int day) {
        return ShanghaiTime.epochSecond((long) ORIGIN + day + 1, 0);
    }

    LocalDate date(int day) {
        return LocalDate.ofEpochDay(ORIGIN + day);
    }

    List<WorkingInterval> intervals(int day) {
        return List.of(intervals[day]);
    }

    boolean isWorkday(int day) {
        return intervals[day].length > 0;
    }

    /** True when every day from the first to the last, both included, has a published list. */
    boolean isLoaded(int firstDay, int lastDay) {
        return notLoadedBefore[lastDay + 1] == notLoadedBefore[firstDay];
    }

    /** Working days among the days up to and including this one. */
    int workdaysThrough(int day) {
        return workdaysBefore[day + 1];
    }

    /** The day that is the rank-th working day of the horizon, counted from 1. */
    int workday(int rank) {
        if (rank < 1 || rank > dayOfRank.length) {
            throw beyondHorizon("working day number " + rank);
        }
        return dayOfRank[rank - 1];
    }

    /** The moment the last interval of a working day ends. */
    long endOf(int workday) {
        WorkingInterval[] hours = intervals[workday];
        return ShanghaiTime.epochSecond((long) ORIGIN + workday, hours[hours.length - 1].toSecond());
    }

    /** Working seconds from the start of the horizon to this moment. */
    long position(long epochSecond) {
        int day = day(epochSecond);
        int second = ShanghaiTime.secondOfDay(epochSecond);
        long position = secondsBefore[day];
        for (WorkingInterval interval : intervals[day]) {
            if (second <= interval.fromSecond()) {
                break;
            }
            position += Math.min(second, interval.toSecond()) - interval.fromSecond();
        }
        return position;
    }

    /** The first moment at which this position is reached: an interval's end rather than the next one's beginning. */
    long earliest(long position) {
        if (position <= 0 || position > secondsBefore[DAYS]) {
            throw beyondHorizon("working second " + position);
        }
        int day = lastBelow(position);
        int rest = (int) (position - secondsBefore[day]);
        for (WorkingInterval interval : intervals[day]) {
            if (rest <= interval.seconds()) {
                return ShanghaiTime.epochSecond((long) ORIGIN + day, interval.fromSecond() + rest);
            }
            rest -= interval.seconds();
        }
        throw new IllegalStateException("prefix sums and intervals disagree on " + date(day));
    }

    /** The last moment at which this position holds: an interval's beginning rather than the end of the one before. */
    long latest(long position) {
        if (position < 0 || position >= secondsBefore[DAYS]) {
            throw beyondHorizon("working second " + position);
        }
        int day = lastBelow(position + 1);
        int rest = (int) (position - secondsBefore[day]);
        for (WorkingInterval interval : intervals[day]) {
            if (rest < interval.seconds()) {
                return ShanghaiTime.epochSecond((long) ORIGIN + day, interval.fromSecond() + rest);
            }
            rest -= interval.seconds();
        }
        throw new IllegalStateException("prefix sums and intervals disagree on " + date(day));
    }

    /** The last day that begins below this position; it is a working day, because the next one begins at or above. */
    private int lastBelow(long position) {
        int low = 0;
        int high = DAYS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (secondsBefore[middle] < position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static CalendarException beyondHorizon(String what) {
        return new CalendarException(
                CalendarErrorCode.CALENDAR_HORIZON_EXCEEDED,
                what + " is outside " + FIRST_DAY + " to " + LAST_DAY + " or the working time in it");
    }

    /** The rows of the data, looked up by date. */
    private static final class Rows {

        private final Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        private final Set<LocalDate> off = new HashSet<>();
        private final Set<LocalDate> worked = new HashSet<>();
        private final Set<Integer> loadedYears = new HashSet<>();
        private final Map<LocalDate, LocalDay> local = new HashMap<>();
        private final List<OfficeHours> hours;

        Rows(CalendarData data) {
            week.addAll(data.workWeek());
            hours = new ArrayList<>(data.hours());
            for (NationalYear year : data.years()) {
                off.addAll(year.daysOff());
                worked.addAll(year.makeUpDays());
                if (!year.provisional()) {
                    loadedYears.add(year.year());
                }
            }
            data.localDays().forEach(day -> local.put(day.date(), day));
        }

        boolean loaded(LocalDate date) {
            return Coverage.isLoaded(loadedYears, date);
        }

        List<WorkingInterval> open(LocalDate date) {
            boolean works = worked.contains(date) || (week.contains(date.getDayOfWeek()) && !off.contains(date));
            if (!works) {
                return List.of();
            }
            LocalDay own = local.get(date);
            List<WorkingInterval> office = officeHours(date);
            return own == null ? office : WorkingInterval.within(office, own.open());
        }

        private List<WorkingInterval> officeHours(LocalDate date) {
            OfficeHours holding = hours.get(0);
            for (OfficeHours later : hours) {
                if (!later.from().isAfter(date)) {
                    holding = later;
                }
            }
            return holding.intervals();
        }
    }
}

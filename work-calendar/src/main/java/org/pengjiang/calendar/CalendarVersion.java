package org.pengjiang.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One immutable state of the working calendar, and every question about working time it answers.
 *
 * <p><b>Shapes.</b> Moments are {@link Instant}s, days {@link LocalDate}s in Asia/Shanghai. The calendar knows whole
 * seconds: fractions of a moment are cut off, nothing is rounded.
 *
 * <p><b>Ends.</b> Adding lands on the first moment at which the time is used up, so 180 minutes from 14:30 end at 17:30
 * and not on the next morning. Walking backwards lands on the last moment from which the time is still ahead.
 *
 * <p><b>Errors.</b> An answer that needs a year without a published list is a {@link CalendarException} with
 * {@link CalendarErrorCode#CALENDAR_NOT_LOADED}; {@link #allowingProvisional()} answers from the days fixed by law, or
 * the bare working week, and marks the {@link Deadline} provisional.
 *
 * <p><b>Source.</b> {@link #national()} holds the State Council's notices for 2023 to 2026 and the days the law fixes
 * for 2027.
 */
public final class CalendarVersion {

    private final CalendarData data;
    private final WorkingTime time;
    private final DueRule dueRule;
    private final boolean provisionalAllowed;

    private CalendarVersion(CalendarData data, WorkingTime time, boolean provisionalAllowed) {
        this.data = data;
        this.time = time;
        this.dueRule = new DueRule(time);
        this.provisionalAllowed = provisionalAllowed;
    }

    /** Builds a version; a {@link CalendarDataException} names every fault of the data at once. */
    public static CalendarVersion of(CalendarData data) {
        List<CalendarFault> faults = CalendarDataCheck.faultsOf(data);
        if (!faults.isEmpty()) {
            throw new CalendarDataException(faults);
        }
        WorkingTime time = new WorkingTime(data);
        if (time.isEmpty()) {
            throw new CalendarDataException(
                    List.of(new CalendarFault("calendar", CalendarFault.Code.NO_WORKING_TIME, "")));
        }
        return new CalendarVersion(data, time, false);
    }

    /** The calendar that ships with this library. */
    public static CalendarVersion national() {
        return National.VERSION;
    }

    /** The same calendar, answering beyond the loaded years too and marking such deadlines provisional. */
    public CalendarVersion allowingProvisional() {
        return new CalendarVersion(data, time, true);
    }

    public String id() {
        return data.version();
    }

    public CalendarData data() {
        return data;
    }

    public Coverage coverage() {
        return new Coverage(years(false), years(true), WorkingTime.FIRST_DAY, WorkingTime.LAST_DAY);
    }

    /** True when the day has working time, be it half a day. */
    public boolean isWorkday(LocalDate date) {
        return time.isWorkday(known(time.day(date), time.day(date)));
    }

    /** The working intervals of a day, in order; empty on a day off. */
    public List<WorkingInterval> workingIntervals(LocalDate date) {
        return time.intervals(known(time.day(date), time.day(date)));
    }

    /** The n-th working day after a date, which itself does not count; before it when n is negative; itself for 0. */
    public LocalDate addWorkdays(LocalDate date, int n) {
        int from = time.day(date);
        if (n == 0) {
            return date;
        }
        int through = time.workdaysThrough(from);
        // Backwards, a working day is its own rank and must be stepped over.
        int base = n < 0 && !time.isWorkday(from) ? through + 1 : through;
        int to = time.workday(Math.clamp((long) base + n, -1, Integer.MAX_VALUE));
        known(Math.min(from, to), Math.max(from, to));
        return time.date(to);
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} lies before. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        int first = time.day(from);
        int last = time.day(to);
        known(Math.min(first, last), Math.max(first, last));
        return time.workdaysThrough(last) - time.workdaysThrough(first);
    }

    public Deadline addWorkingMinutes(Instant start, long minutes) {
        return addWorkingSeconds(start, seconds(minutes, 60));
    }

    public Deadline addWorkingSeconds(Instant start, long seconds) {
        long from = start.getEpochSecond();
        long amount = seconds(seconds, 1);
        long due = amount == 0 ? from : time.earliest(time.position(from) + amount);
        return deadline(from, due, time.isLoaded(time.day(from), time.day(due)));
    }

    /** The end of the n-th working day after the start's own day; for 0 the end of the working day that still goes on. */
    public Deadline endOfNthWorkday(Instant start, int n) {
        return deadline(start, Target.endOfWorkday(n), List.of());
    }

    public Deadline addNaturalMinutes(Instant start, long minutes) {
        return deadline(start, Target.naturalMinutes(minutes), List.of());
    }

    /** Days of 24 hours; rolled forward, a due on a day off moves to the end of the next working day. */
    public Deadline addNaturalDays(Instant start, long days, boolean rollForward) {
        return deadline(start, new Target(days, TargetUnit.NATURAL_DAYS, rollForward), List.of());
    }

    /** False for moments that no calendar reaches. */
    public static boolean reaches(Instant moment) {
        return WorkingTime.covers(ShanghaiTime.date(moment));
    }

    /**
     * When a target that began at {@code start} is due. Pauses are united, cut to {@code [start, due)} and counted in the
     * unit of the target: elapsed time before any roll-forward for natural units, working time for the others.
     */
    public Deadline deadline(Instant start, Target target, List<Pause> pauses) {
        long from = start.getEpochSecond();
        long due = dueRule.due(from, target, Pauses.of(pauses));
        return deadline(from, due, dueRule.isLoaded(from, target, due));
    }

    /** Whole working minutes of the pauses that lie in {@code [start, due)}, overlapping ones counted once. */
    public long pausedWorkingMinutes(Instant start, Instant due, List<Pause> pauses) {
        long first = start.getEpochSecond();
        long last = due.getEpochSecond();
        known(time.day(first), time.day(last));
        long paused = 0;
        for (Pauses.Span span : Pauses.of(pauses).from(first).spans()) {
            if (span.from() < last) {
                paused += time.position(Math.min(span.to(), last)) - time.position(span.from());
            }
        }
        return paused / 60;
    }

    /** Whole working minutes from one moment to another; negative when {@code to} lies before. */
    public long workingMinutesBetween(Instant from, Instant to) {
        return workingSecondsBetween(from, to) / 60;
    }

    public long workingSecondsBetween(Instant from, Instant to) {
        long first = from.getEpochSecond();
        long last = to.getEpochSecond();
        known(time.day(Math.min(first, last)), time.day(Math.max(first, last)));
        return time.position(last) - time.position(first);
    }

    public Instant subtractWorkingMinutes(Instant end, long minutes) {
        return subtractWorkingSeconds(end, seconds(minutes, 60));
    }

    /** The last moment from which this much working time is left until {@code end}. */
    public Instant subtractWorkingSeconds(Instant end, long seconds) {
        long last = end.getEpochSecond();
        long amount = seconds(seconds, 1);
        long first = amount == 0 ? last : time.latest(time.position(last) - amount);
        known(time.day(first), time.day(last));
        return Instant.ofEpochSecond(first);
    }

    /** The moment itself when it lies in working time, otherwise the beginning of the next interval. */
    public Instant nextWorkingMoment(Instant moment) {
        long at = moment.getEpochSecond();
        long next = time.latest(time.position(at));
        known(time.day(at), time.day(next));
        return Instant.ofEpochSecond(next);
    }

    DueRule dueRule() {
        return dueRule;
    }

    /** Puts a due moment into a deadline, or refuses it when it needs a day that is not loaded. */
    Deadline deadline(long start, long due, boolean loaded) {
        // Looked up for natural time too: nothing is due outside the horizon.
        int first = time.day(start);
        int last = time.day(due);
        if (!loaded && !provisionalAllowed) {
            throw notLoaded(time.date(first), time.date(last));
        }
        return new Deadline(Instant.ofEpochSecond(due), !loaded, data.version());
    }

    private int known(int firstDay, int lastDay) {
        if (!provisionalAllowed && !time.isLoaded(firstDay, lastDay)) {
            throw notLoaded(time.date(firstDay), time.date(lastDay));
        }
        return firstDay;
    }

    private CalendarException notLoaded(LocalDate from, LocalDate to) {
        return new CalendarException(
                CalendarErrorCode.CALENDAR_NOT_LOADED,
                "Calendar " + data.version() + " has no published list for every day from " + from + " to " + to
                        + "; loaded are " + years(false));
    }

    private static long seconds(long amount, int each) {
        if (amount < 0 || amount > TargetUnit.WORKING_MINUTES.century() * 60 / each) {
            throw new CalendarException(
                    CalendarErrorCode.AMOUNT_OUT_OF_RANGE, "An amount must be from 0 to a century, not " + amount);
        }
        return amount * each;
    }

    private List<Integer> years(boolean provisional) {
        return data.years().stream()
                .filter(year -> year.provisional() == provisional)
                .map(NationalYear::year)
                .toList();
    }

    private static final class National {

        private static final CalendarVersion VERSION = of(CalendarFile.parse(text()));

        private static String text() {
            try (InputStream file = CalendarVersion.class.getResourceAsStream("national.calendar")) {
                return new String(
                        Objects.requireNonNull(file, "national.calendar").readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

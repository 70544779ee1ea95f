package org.pengjiang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;

/**
 * The slow truth: every minute of the year in a row, worked or not, and a finger that moves from one to the next. It
 * shares no code with the engine.
 */
final class MinuteOracle {

    private static final int DAY = 1440;
    private static final long BASE = RandomCalendar.FROM.atStartOfDay().toEpochSecond(ZoneOffset.ofHours(8)) / 60;

    private final BitSet worked = new BitSet();
    private final int minutes;

    MinuteOracle(CalendarData data) {
        int day = 0;
        for (LocalDate date = RandomCalendar.FROM; date.isBefore(RandomCalendar.UNTIL); date = date.plusDays(1)) {
            mark(data, date, day++ * DAY);
        }
        minutes = day * DAY;
    }

    private void mark(CalendarData data, LocalDate date, int firstMinute) {
        NationalYear year = data.years().get(0);
        boolean works =
                data.workWeek().contains(date.getDayOfWeek()) && !year.daysOff().contains(date);
        if (!works && !year.makeUpDays().contains(date)) {
            return;
        }
        OfficeHours hours = data.hours().get(0);
        for (OfficeHours other : data.hours()) {
            hours = other.from().compareTo(date) <= 0 ? other : hours;
        }
        BitSet today = new BitSet();
        hours.intervals().forEach(span -> today.set(span.fromSecond() / 60, span.toSecond() / 60));
        for (LocalDay local : data.localDays()) {
            if (local.date().equals(date)) {
                BitSet open = new BitSet();
                local.open().forEach(span -> open.set(span.fromSecond() / 60, span.toSecond() / 60));
                today.and(open);
            }
        }
        today.stream().forEach(minute -> worked.set(firstMinute + minute));
    }

    int minutes() {
        return minutes;
    }

    static Instant instant(int minute) {
        return Instant.ofEpochSecond((BASE + minute) * 60);
    }

    static int minute(Instant instant) {
        return (int) (instant.getEpochSecond() / 60 - BASE);
    }

    /** Worked minutes in {@code [from, to)}. */
    int between(int from, int to) {
        int count = 0;
        for (int minute = from; minute < to; minute++) {
            count += worked.get(minute) ? 1 : 0;
        }
        return count;
    }

    /** The first minute before which {@code amount} unpaused minutes lie, natural ones or worked ones. */
    int add(int start, int amount, boolean natural, BitSet paused) {
        int minute = start;
        for (int left = amount; left > 0; minute++) {
            left -= !paused.get(minute) && (natural || worked.get(minute)) ? 1 : 0;
            requireInside(minute);
        }
        return minute;
    }

    /** The last minute from which {@code amount} unpaused minutes lie ahead until {@code end}. */
    int subtract(int end, int amount, boolean natural, BitSet paused) {
        int minute = end;
        for (int left = amount; left > 0; left -= !paused.get(minute) && (natural || worked.get(minute)) ? 1 : 0) {
            minute--;
            requireInside(minute);
        }
        return minute;
    }

    /** The end of the n-th worked day after the day of this minute. */
    int endOfWorkday(int start, int n) {
        int day = start / DAY;
        for (int left = n; left > 0; left -= isWorkday(day) ? 1 : 0) {
            day++;
            requireInside(day * DAY);
        }
        return endOfDay(day);
    }

    /** The end of the worked day that is the n-th day after the day of this minute, or of the next worked day. */
    int endOfNaturalDay(int start, int n) {
        int day = start / DAY + n;
        requireInside(day * DAY);
        return isWorkday(day) ? endOfDay(day) : endOfWorkday(day * DAY, 1);
    }

    /** 24:00 of the day before this minute; when no day since the start was worked, 24:00 of the first that is. */
    int midnight(int start, int end) {
        int last = (end - 1) / DAY;
        boolean worked = false;
        for (int day = start / DAY + 1; day <= last; day++) {
            worked |= isWorkday(day);
        }
        while (!worked) {
            worked = isWorkday(++last);
            requireInside(last * DAY);
        }
        return (last + 1) * DAY;
    }

    /** The minute itself on a worked day, otherwise the end of the next one. */
    int rolled(int minute) {
        return isWorkday(minute / DAY) ? minute : endOfWorkday(minute, 1);
    }

    boolean isWorkday(int day) {
        return between(day * DAY, (day + 1) * DAY) > 0;
    }

    /** True for a minute inside working time, and for the one right after it. */
    boolean isInsideOrAtTheEnd(int minute) {
        return worked.get(minute) || worked.get(minute - 1);
    }

    boolean isWorked(int minute) {
        return worked.get(minute);
    }

    static BitSet paused(List<Pause> pauses) {
        BitSet minutes = new BitSet();
        pauses.forEach(pause -> minutes.set(Math.max(0, minute(pause.from())), Math.max(0, minute(pause.to()))));
        return minutes;
    }

    private int endOfDay(int day) {
        int minute = (day + 1) * DAY;
        while (!worked.get(minute - 1)) {
            minute--;
        }
        return minute;
    }

    private void requireInside(int minute) {
        if (minute < 0 || minute >= minutes) {
            throw new BeyondTheYear();
        }
    }

    /** The answer lies outside the year the oracle knows. */
    static final class BeyondTheYear extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package org.pengjiang.appeal.deadlines;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.deadlines.ClockExplanation.DayKind;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.LocalDay;
import org.pengjiang.calendar.NationalYear;
import org.pengjiang.calendar.Pause;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.WorkingInterval;

/** Day by day, which working time lies between two moments, without the pauses. */
final class WorkingDayBreakdown {
    /** More than a century of working days would serve nobody. */
    private static final int MOST_DAYS = 400;

    private final CalendarVersion calendar;
    private final List<Pause> pauses;

    WorkingDayBreakdown(CalendarVersion calendar, List<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
    }

    /** One day of it. */
    record Line(
            LocalDate date,
            DayKind kind,
            boolean provisional,
            @Nullable String document,
            List<Used> used) {
        long seconds() {
            return used.stream().mapToLong(Used::seconds).sum();
        }

        boolean isWorkday() {
            return kind == DayKind.WORKDAY || kind == DayKind.MAKE_UP || kind == DayKind.LOCAL_SHORT;
        }
    }

    /** A stretch of working time. */
    record Used(Instant from, Instant to) {
        long seconds() {
            return to.getEpochSecond() - from.getEpochSecond();
        }
    }

    List<Line> between(Instant from, Instant to) {
        LocalDate first = ShanghaiTime.date(from);
        LocalDate last = ShanghaiTime.date(to);
        List<Line> lines = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last) && lines.size() < MOST_DAYS; date = date.plusDays(1)) {
            lines.add(line(date, from, to));
        }
        return lines;
    }

    private Line line(LocalDate date, Instant from, Instant to) {
        List<Used> used = new ArrayList<>();
        for (WorkingInterval interval : calendar.workingIntervals(date)) {
            Instant opens = at(date, interval.fromSecond());
            Instant closes = at(date, interval.toSecond());
            Instant begin = opens.isBefore(from) ? from : opens;
            Instant end = closes.isAfter(to) ? to : closes;
            if (begin.isBefore(end)) {
                used.addAll(withoutPauses(new Used(begin, end)));
            }
        }
        Optional<LocalDay> local = calendar.data().localDays().stream()
                .filter(day -> day.date().equals(date))
                .findFirst();
        return new Line(
                date,
                kind(date, local),
                !calendar.coverage().isLoaded(date),
                local.map(LocalDay::documentNumber).orElse(null),
                used);
    }

    private List<Used> withoutPauses(Used whole) {
        List<Used> left = List.of(whole);
        for (Pause pause : pauses) {
            List<Used> next = new ArrayList<>();
            for (Used part : left) {
                if (!pause.from().isBefore(part.to()) || !pause.to().isAfter(part.from())) {
                    next.add(part);
                } else {
                    if (part.from().isBefore(pause.from())) {
                        next.add(new Used(part.from(), pause.from()));
                    }
                    if (pause.to().isBefore(part.to())) {
                        next.add(new Used(pause.to(), part.to()));
                    }
                }
            }
            left = next;
        }
        return left;
    }

    private DayKind kind(LocalDate date, Optional<LocalDay> local) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean named =
                calendar.data().years().stream().map(NationalYear::daysOff).anyMatch(days -> days.contains(date));
        boolean madeUp =
                calendar.data().years().stream().map(NationalYear::makeUpDays).anyMatch(days -> days.contains(date));
        boolean wouldWork = madeUp || (calendar.data().workWeek().contains(date.getDayOfWeek()) && !named);
        if (local.isPresent() && wouldWork) {
            return calendar.isWorkday(date) ? DayKind.LOCAL_SHORT : DayKind.LOCAL_STOP;
        }
        if (calendar.isWorkday(date)) {
            return madeUp ? DayKind.MAKE_UP : DayKind.WORKDAY;
        }
        return named || !weekend ? DayKind.HOLIDAY : DayKind.DAY_OFF;
    }

    private static Instant at(LocalDate date, int secondOfDay) {
        return ShanghaiTime.instant(date.atStartOfDay()).plusSeconds(secondOfDay);
    }
}

package org.pengjiang.appeal.model.interruption;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;

/**
 * For how many working days the questions of an appeal may still pause it. What they have paused counts in working time, as shares of
 * the working days on which it passed, and the sum is rounded up to whole days. The days that are left end with the last working
 * interval, as every promise in days does.
 */
final class PauseBudget {
    private BigInteger seconds = BigInteger.ZERO;
    private BigInteger ofDay = BigInteger.ONE;

    private PauseBudget() {}

    /** @param gaps when the appeal was merged or had ended: nobody waited for the enterprise then */
    static int daysLeft(List<Question> questions, List<StoredSegment> gaps, TimeContext now) {
        PauseBudget used = new PauseBudget();
        questions.forEach(question ->
                used.add(now.calendar(), question.askedAt(), question.endedAt().orElse(now.at()), gaps));
        return Math.max(0, now.limits().of("pauseDays") - used.days());
    }

    /** @param gaps in the order of time */
    private void add(CalendarVersion calendar, Instant from, Instant to, List<StoredSegment> gaps) {
        Instant since = from;
        for (StoredSegment gap : gaps) {
            Instant end = gap.to();
            if (end != null && end.isAfter(since) && gap.from().isBefore(to)) {
                add(calendar, since, gap.from());
                since = end;
            }
        }
        add(calendar, since, to);
    }

    private void add(CalendarVersion calendar, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        LocalDate last = ShanghaiTime.date(to);
        for (LocalDate date = ShanghaiTime.date(from); !date.isAfter(last); date = date.plusDays(1)) {
            Instant begins = ShanghaiTime.instant(date.atStartOfDay());
            Instant ends = ShanghaiTime.instant(date.plusDays(1).atStartOfDay());
            long whole = calendar.workingSecondsBetween(begins, ends);
            if (whole > 0) {
                add(
                        calendar.workingSecondsBetween(
                                from.isAfter(begins) ? from : begins, to.isBefore(ends) ? to : ends),
                        whole);
            }
        }
    }

    /** Days may have different hours: the sum of their shares is kept as a fraction, so that nothing is rounded but the whole. */
    private void add(long passed, long whole) {
        BigInteger day = BigInteger.valueOf(whole);
        seconds = seconds.multiply(day).add(BigInteger.valueOf(passed).multiply(ofDay));
        ofDay = ofDay.multiply(day);
    }

    private int days() {
        return seconds.add(ofDay).subtract(BigInteger.ONE).divide(ofDay).intValueExact();
    }
}

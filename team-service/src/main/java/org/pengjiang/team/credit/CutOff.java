package org.pengjiang.team.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.pengjiang.team.model.Periods;

/**
 * Decides where an event falls, from when it was recorded and never from when it arrived here: so a rebuild from the
 * first event gives the same ledger on any day.
 */
final class CutOff {
    static final ZoneId ZONE = Periods.ZONE;

    private final Periods periods;

    CutOff(Periods periods) {
        this.periods = periods;
    }

    /** What is recorded after its month's cut-off counts on the day of recording (against bulk entry afterwards). */
    Booking book(ProjectFact fact, boolean historicalImport) {
        LocalDate day = fact.businessDate();
        if (historicalImport && !periods.anyLocked(day.getYear(), fact.recordedAt())) {
            return new Booking(day, false, true);
        }
        YearMonth month = YearMonth.from(day);
        // a cut-off lies in the month after: what is recorded within the month need not ask for it
        boolean inTime =
                fact.recordedAt().isBefore(endOf(month)) || fact.recordedAt().isBefore(periods.cutOff(month));
        return inTime ? new Booking(day, false, false) : onRecording(fact);
    }

    private static Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    }

    static Booking onRecording(ProjectFact fact) {
        return new Booking(LocalDate.ofInstant(fact.recordedAt(), ZONE), true, false);
    }
}

package org.pengjiang.team.credit;

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
        boolean inTime = fact.recordedAt().isBefore(periods.cutOff(YearMonth.from(day)));
        return inTime ? new Booking(day, false, false) : onRecording(fact);
    }

    static Booking onRecording(ProjectFact fact) {
        return new Booking(LocalDate.ofInstant(fact.recordedAt(), ZONE), true, false);
    }
}

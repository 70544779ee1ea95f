package org.pengjiang.team.credit;

import java.time.Instant;
import java.time.YearMonth;

/** The months of a district with their cut-offs, which once stored never move. */
interface Periods {
    /** What is recorded from this instant on is too late for the month. */
    Instant cutOff(YearMonth month);

    /** Whether a month of the year was already locked when the event happened. */
    boolean anyLocked(int year, Instant before);
}

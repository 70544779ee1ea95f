package org.pengjiang.team.model;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** The months of a district with their cut-offs, which once stored never move. */
public interface Periods {
    /** Business days are cut here: China has one time zone, fixed at +08:00. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What is recorded from this instant on is too late for the month. */
    Instant cutOff(YearMonth month);

    /** Whether a month of the year was already locked when the event happened. */
    boolean anyLocked(int year, Instant before);
}

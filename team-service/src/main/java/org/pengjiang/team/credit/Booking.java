package org.pengjiang.team.credit;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where an entry falls.
 *
 * @param effectiveOn the business date when recorded in time, else the day of recording; boards cut by it
 * @param late recorded after the cut-off of its month
 * @param historical imported for a past year and exempt from the cut-off
 */
record Booking(LocalDate effectiveOn, boolean late, boolean historical) {
    YearMonth period() {
        return YearMonth.from(effectiveOn);
    }
}

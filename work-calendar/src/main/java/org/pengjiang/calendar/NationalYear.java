package org.pengjiang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What the State Council's notice for one year turns around: days off among Monday to Friday, and weekend days worked.
 * Days are indexed by date, not by the year of the notice: a notice may reach into the December before it.
 *
 * @param year the year of the notice
 * @param provisional true when no notice exists yet and only the days fixed by law are known; such a year has no make-up
 *     days
 * @param daysOff days without work; weekends among them do no harm
 * @param makeUpDays Saturdays and Sundays worked
 * @param source official address or document number of the notice or the law
 */
public record NationalYear(
        int year, boolean provisional, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source) {

    public NationalYear {
        daysOff = daysOff.stream().sorted().toList();
        makeUpDays = makeUpDays.stream().sorted().toList();
    }
}

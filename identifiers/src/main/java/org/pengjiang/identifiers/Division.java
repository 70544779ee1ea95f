package org.pengjiang.identifiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the division register.
 *
 * @param nameZh the official Chinese name
 * @param nameEn the name in English
 * @param validTo the last day the code was in force; null while it is
 * @param mergedInto where its area belongs now; null when it stands alone or this is not known
 * @param assumption true when the dates or the successor are a default that the district has to confirm
 */
public record Division(
        DivisionCode code,
        String nameZh,
        String nameEn,
        @Nullable LocalDate validTo,
        @Nullable DivisionCode mergedInto,
        boolean assumption) {

    public boolean isRetiredOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }
}

package org.pengjiang.team.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.identifiers.Division;
import org.pengjiang.identifiers.DivisionCode;

/** A division as the register knows it. */
@Schema(name = "Division")
record DivisionView(
        @Schema(description = "GB/T 2260 code (行政区划代码)") String code,
        String nameZh,
        String nameEn,
        String level,
        Optional<String> parent,
        boolean retired,
        Optional<LocalDate> validTo,

        @Schema(description = "Where its area belongs now, as far as that is documented (并入)")
        Optional<String> mergedInto,

        @Schema(description = "True when the date or the successor still has to be confirmed")
        boolean assumption) {

    static DivisionView of(Division division, LocalDate today) {
        return new DivisionView(
                division.code().value(),
                division.nameZh(),
                division.nameEn(),
                division.code().level().name(),
                division.code().parent().map(DivisionCode::value),
                division.isRetiredOn(today),
                Optional.ofNullable(division.validTo()),
                Optional.ofNullable(division.mergedInto()).map(DivisionCode::value),
                division.assumption());
    }
}

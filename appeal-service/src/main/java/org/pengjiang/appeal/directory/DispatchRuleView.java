package org.pengjiang.appeal.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.kit.identity.NamedAccount;

/** A rule of the dispatch directory. */
@Schema(name = "DispatchRule")
record DispatchRuleView(
        UUID id,
        @Schema(examples = "440703") String divisionCode,
        @Schema(examples = "A01") String category,
        @Schema(examples = "440703-ZR") String unitCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note,
        boolean assumption,
        @NamedAccount String enteredBy,
        Instant enteredAt,
        long version) {
    static DispatchRuleView of(DispatchRule rule) {
        return new DispatchRuleView(
                rule.id(),
                rule.division().value(),
                rule.category(),
                rule.unitCode(),
                rule.validFrom(),
                rule.validTo(),
                rule.note(),
                rule.isAssumption(),
                rule.enteredBy(),
                rule.enteredAt(),
                rule.version());
    }
}

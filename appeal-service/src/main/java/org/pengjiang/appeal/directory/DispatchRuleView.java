package org.pengjiang.appeal.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.calendar.ShanghaiTime;
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

        @Schema(description = "From this moment on 生效时间") OffsetDateTime beginsAt,

        @Schema(description = "Up to this moment, which is excluded 失效时间") @Nullable OffsetDateTime endsAt,

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
                ShanghaiTime.local(rule.beginsAt()),
                rule.endsAt().map(ShanghaiTime::local).orElse(null),
                rule.note(),
                rule.isAssumption(),
                rule.enteredBy(),
                rule.enteredAt(),
                rule.version());
    }
}

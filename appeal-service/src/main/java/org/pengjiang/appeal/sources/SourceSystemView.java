package org.pengjiang.appeal.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.SourceSystem;
import org.pengjiang.kit.identity.NamedAccount;

/** A registered source system. */
@Schema(name = "SourceSystem")
record SourceSystemView(
        UUID id,
        @Schema(examples = "12345") String code,
        String nameZh,
        String nameEn,
        List<String> accounts,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        @Schema(examples = "440703") String divisionCode,
        @NamedAccount String registeredBy,
        Instant registeredAt,
        long version) {
    static SourceSystemView of(SourceSystem system) {
        SourceSystem.Description description = system.description();
        return new SourceSystemView(
                system.id(),
                system.code(),
                description.nameZh(),
                description.nameEn(),
                system.accounts(),
                description.activeFrom(),
                description.activeTo(),
                system.division().value(),
                system.registeredBy(),
                system.registeredAt(),
                system.version());
    }
}

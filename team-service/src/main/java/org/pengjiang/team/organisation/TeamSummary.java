package org.pengjiang.team.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.TeamKind;

/** A team in a list. */
@Schema(name = "TeamSummary")
record TeamSummary(
        UUID id,
        String code,
        String name,
        TeamKind kind,
        String group,
        String divisionCode,
        Optional<String> unitCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,

        @Schema(description = "The account of who leads it today")
        Optional<String> captainAccount) {}

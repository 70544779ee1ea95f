package org.pengjiang.team.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.PledgeStatus;

/** One version of a pledge. */
@Schema(name = "Pledge")
record PledgeView(
        UUID id,
        UUID teamId,
        String teamCode,
        int year,
        int version,
        PledgeStatus status,
        Optional<String> resolutionNo,

        @Schema(description = "SHA-256 of the canonical document, from issue on")
        Optional<String> documentHash,

        Optional<LocalDate> issuedOn,
        Optional<LocalDate> signedOn,
        Optional<Instant> signedAt,
        Optional<String> signedBy,
        List<LineView> lines,

        @Schema(description = "What this caller may do with it now")
        List<String> allowedCommands) {

    static PledgeView of(Pledge pledge, List<String> allowedCommands) {
        return new PledgeView(
                pledge.id(),
                pledge.teamId(),
                pledge.teamCode(),
                pledge.year(),
                pledge.number(),
                pledge.status(),
                pledge.resolutionNo(),
                pledge.documentHash(),
                pledge.issuedOn(),
                pledge.signedOn(),
                pledge.signedAt(),
                pledge.signedBy(),
                pledge.lines().stream().map(LineView::of).toList(),
                allowedCommands);
    }
}

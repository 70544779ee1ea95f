package org.pengjiang.team.pledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Pledge;

/** The drafts that a table makes. */
@Schema(name = "PledgeImport")
record PledgeImportView(int year, boolean dryRun, int rows, List<DraftView> drafts) {

    /** A pledge as it was drafted. */
    @Schema(name = "ImportedPledge")
    record DraftView(
            @Schema(description = "absent in a dry run") Optional<UUID> pledgeId,
            UUID teamId,
            String teamCode,
            int lines) {}

    static PledgeImportView of(int year, boolean dryRun, int rows, List<Pledge> drafts) {
        return new PledgeImportView(
                year,
                dryRun,
                rows,
                drafts.stream()
                        .map(pledge -> new DraftView(
                                dryRun ? Optional.empty() : Optional.of(pledge.id()),
                                pledge.teamId(),
                                pledge.teamCode(),
                                pledge.lines().size()))
                        .toList());
    }
}

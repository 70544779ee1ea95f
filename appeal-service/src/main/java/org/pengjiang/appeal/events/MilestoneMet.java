package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * A step that was agreed with the enterprise is done, or is no longer asked for.
 *
 * @param status {@code MET}, or {@code WAIVED}
 * @param inTime whether it was met in time; false where it was waived
 * @param openMilestones how many are neither met nor waived
 */
public record MilestoneMet(
        @JsonUnwrapped AppealSnapshot standing,
        int milestone,
        String status,
        boolean inTime,
        Instant settledAt,
        int openMilestones)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.milestone-met.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(
                new MilestoneMet(standing.forEnterprise(), milestone, status, inTime, settledAt, openMilestones));
    }
}

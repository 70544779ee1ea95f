package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The appeal cannot be solved now and is tracked by a plan. Milestones take the place of the promises.
 *
 * @param plan its number
 * @param milestones when each is due, in their order
 */
public record AppealTracked(
        @JsonUnwrapped AppealSnapshot standing, Instant trackedAt, int plan, List<LocalDate> milestones)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.tracked.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealTracked(standing.forEnterprise(), trackedAt, plan, milestones));
    }
}

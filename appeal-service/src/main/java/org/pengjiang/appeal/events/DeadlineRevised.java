package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/** A due is another one than was promised before, never an earlier one by a calendar. */
public record DeadlineRevised(
        @JsonUnwrapped AppealSnapshot standing,
        UUID clockId,
        String clock,
        String family,
        Instant dueAt,
        boolean provisional,
        Instant previousDueAt,
        String reason,
        String calendarVersion)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.deadline-revised.v1";
    }

    @Override
    public Audience audience() {
        return AppealEvent.audienceOf(family);
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new DeadlineRevised(
                standing.forEnterprise(),
                clockId,
                clock,
                family,
                dueAt,
                provisional,
                previousDueAt,
                reason,
                calendarVersion));
    }
}

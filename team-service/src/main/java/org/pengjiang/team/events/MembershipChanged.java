package org.pengjiang.team.events;

import java.time.LocalDate;
import java.util.UUID;

/** Someone joined or left a team; the name stands in the private part. */
public record MembershipChanged(UUID teamId, String account, String change, LocalDate on) implements TeamEvent {
    @Override
    public String type() {
        return "team.membership-changed.v1";
    }
}

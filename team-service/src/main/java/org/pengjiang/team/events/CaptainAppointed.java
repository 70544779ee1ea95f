package org.pengjiang.team.events;

import java.time.LocalDate;
import java.util.UUID;

/** Who leads a team from a date on; the name stands in the private part. */
public record CaptainAppointed(UUID teamId, String account, LocalDate from) implements TeamEvent {
    @Override
    public String type() {
        return "team.captain-appointed.v1";
    }
}

package org.pengjiang.team.events;

import java.util.UUID;

/** A pledge was handed to the captain, or taken back. */
public record PledgeIssued(UUID teamId, String teamCode, int year, int version, boolean takenBack)
        implements TeamEvent {
    @Override
    public String type() {
        return "pledge.issued.v1";
    }
}

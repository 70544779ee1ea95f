package org.pengjiang.team.events;

import java.util.UUID;

/** A signed version was replaced by a later one. */
public record PledgeAmended(UUID teamId, int year, int version, int replacedBy) implements TeamEvent {
    @Override
    public String type() {
        return "pledge.amended.v1";
    }
}

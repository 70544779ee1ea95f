package org.pengjiang.team.events;

import java.util.UUID;

/** A version of a pledge was drafted or its lines were written anew. */
public record PledgeDrafted(UUID teamId, String teamCode, int year, int version, int lines) implements TeamEvent {
    @Override
    public String type() {
        return "pledge.drafted.v1";
    }
}

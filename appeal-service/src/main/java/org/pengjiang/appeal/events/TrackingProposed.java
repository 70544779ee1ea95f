package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The head proposes to track the appeal by a plan; the leader decides. */
public record TrackingProposed(@JsonUnwrapped AppealSnapshot standing, int plan) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.tracking-proposed.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

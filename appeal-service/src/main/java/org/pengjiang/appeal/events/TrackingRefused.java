package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The leader does not approve the plan. */
public record TrackingRefused(@JsonUnwrapped AppealSnapshot standing, int plan) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.tracking-refused.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

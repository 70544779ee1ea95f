package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** The lead goes on without a co-task. */
public record CotaskWaived(
        @JsonUnwrapped AppealSnapshot standing, int cotask, String unit, boolean mandatory, Instant waivedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.cotask-waived.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** The supervision has looked whether the plan still holds. */
public record TrackingReviewed(@JsonUnwrapped AppealSnapshot standing, Instant reviewedAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.tracking-reviewed.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** The supervision has to look whether the plan still holds. */
public record TrackingReviewDue(@JsonUnwrapped AppealSnapshot standing, Instant dueAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.tracking-review-due.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }

    @Override
    public boolean decisive() {
        return false;
    }
}

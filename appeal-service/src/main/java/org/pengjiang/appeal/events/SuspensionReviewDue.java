package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/** Somebody has to say whether the suspension still holds; otherwise it ends with the next review. */
public record SuspensionReviewDue(
        @JsonUnwrapped AppealSnapshot standing,
        int number,
        @Nullable Instant until) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.suspension-review-due.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

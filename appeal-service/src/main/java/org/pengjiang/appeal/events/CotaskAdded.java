package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * A unit is asked to help.
 *
 * @param unit whose it is
 * @param mandatory whether the lead cannot reply before it is done or waived
 * @param dueAt absent while the time of the lead is paused
 */
public record CotaskAdded(
        @JsonUnwrapped AppealSnapshot standing,
        int cotask,
        String unit,
        boolean mandatory,
        Instant addedAt,
        @Nullable Instant dueAt,
        boolean provisional)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.cotask-added.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

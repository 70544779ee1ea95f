package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * Supervision has ordered something of the unit that answers for the appeal.
 *
 * @param order its number among those of the appeal
 * @param by SUPERVISOR or LEADER
 * @param reportDueAt until when the head reports on it
 */
public record SupervisionOrdered(
        @JsonUnwrapped AppealSnapshot standing,
        int order,
        Instant orderedAt,
        String by,
        String unit,
        @Nullable Instant reportDueAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supervision-ordered.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** Supervision has cleared its order. */
public record SupervisionCleared(@JsonUnwrapped AppealSnapshot standing, int order, Instant clearedAt, String unit)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supervision-cleared.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

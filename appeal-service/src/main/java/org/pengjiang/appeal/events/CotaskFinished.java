package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** The unit has done its co-task. */
public record CotaskFinished(
        @JsonUnwrapped AppealSnapshot standing,
        int cotask,
        String unit,
        boolean mandatory,
        Instant finishedAt,
        boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.cotask-finished.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

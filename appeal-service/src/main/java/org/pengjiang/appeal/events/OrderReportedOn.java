package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** The head has reported on an order of supervision. */
public record OrderReportedOn(
        @JsonUnwrapped AppealSnapshot standing, int order, int report, Instant reportedAt, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supervision-reported.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

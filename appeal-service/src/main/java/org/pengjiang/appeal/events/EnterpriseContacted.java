package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The first verified contact of a round. */
public record EnterpriseContacted(
        @JsonUnwrapped AppealSnapshot standing, Instant contactedAt, String channel, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.contacted.v1";
    }
}

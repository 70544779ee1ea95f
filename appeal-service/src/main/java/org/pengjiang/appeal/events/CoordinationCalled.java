package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.pengjiang.kit.log.Audience;

/**
 * The lead calls units together.
 *
 * @param urgent whether they come at once
 */
public record CoordinationCalled(
        @JsonUnwrapped AppealSnapshot standing,
        int coordination,
        List<String> units,
        Instant calledAt,
        Instant meetAt,
        boolean urgent)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.coordination-called.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/**
 * The minutes of a coordination are written.
 *
 * @param arrived how many units came
 * @param called how many were called
 */
public record CoordinationEnded(@JsonUnwrapped AppealSnapshot standing, int coordination, int arrived, int called)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.coordination-ended.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

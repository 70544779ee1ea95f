package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/**
 * The lead has scored a unit, or a unit the lead.
 *
 * @param unit that is scored by the lead, or that scores it
 */
public record CoordinationScored(
        @JsonUnwrapped AppealSnapshot standing, int coordination, String unit, boolean byLead, int score)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.coordination-scored.v1";
    }

    /** No guard of another one reads it. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pengjiang.kit.log.Audience;

/** A called unit is there. */
public record UnitArrived(
        @JsonUnwrapped AppealSnapshot standing, int coordination, String unit, Instant arrivedAt, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.arrived.v1";
    }

    /** The units that are called report one beside the other. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}

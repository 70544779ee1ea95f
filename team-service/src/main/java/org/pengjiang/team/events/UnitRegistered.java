package org.pengjiang.team.events;

import java.util.UUID;

/** An organisation unit exists. */
public record UnitRegistered(UUID unitId, String code, String name, String divisionCode, String kind)
        implements TeamEvent {
    @Override
    public String type() {
        return "unit.registered.v1";
    }
}

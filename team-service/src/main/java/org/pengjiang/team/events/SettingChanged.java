package org.pengjiang.team.events;

import java.time.LocalDate;

/** A setting has a new version. */
public record SettingChanged(String name, int version, LocalDate effectiveFrom, boolean assumption)
        implements TeamEvent {
    @Override
    public String type() {
        return "setting.changed.v1";
    }
}

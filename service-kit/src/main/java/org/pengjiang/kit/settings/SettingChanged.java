package org.pengjiang.kit.settings;

import java.time.LocalDate;
import org.pengjiang.kit.log.DomainEvent;

/** A setting has a new version. */
record SettingChanged(String name, int version, LocalDate effectiveFrom, boolean assumption) implements DomainEvent {
    @Override
    public String type() {
        return "setting.changed.v1";
    }
}

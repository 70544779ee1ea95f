package org.pengjiang.kit.settings;

import java.time.LocalDate;
import org.pengjiang.kit.log.DomainEvent;

/** Somebody proposes a new version, which a second person has to confirm. */
record SettingChangeProposed(String name, LocalDate effectiveFrom, boolean assumption) implements DomainEvent {
    @Override
    public String type() {
        return "setting.change-proposed.v1";
    }
}

package org.pengjiang.kit.settings;

import java.util.List;

/** The settings that a service declares. Declare an application-scoped bean; a service without one has no settings. */
public interface SettingCatalogue {
    List<SettingDefinition> settings();
}

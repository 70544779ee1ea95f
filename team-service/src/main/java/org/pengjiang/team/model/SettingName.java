package org.pengjiang.team.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The settings there are; their values are described in the service's README. */
public enum SettingName {
    COUNTING_RULES,
    CUT_OFF,
    LIGHTS,
    SPLITS,
    WEIGHTS,
    LINE_DEFAULTS,
    BONUS_AND_DEDUCTIONS;

    /** As it stands in paths and in the database: {@code counting-rules}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SettingName> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key().equals(key)).findFirst();
    }
}

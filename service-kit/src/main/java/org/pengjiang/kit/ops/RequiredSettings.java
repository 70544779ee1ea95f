package org.pengjiang.kit.ops;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has to decide before production runs. A service that lacks some of it does not start, and one message names
 * all of it: a default such as the issuer of the development stack would trust whoever answers on loopback.
 */
// nobody injects it, and the framework reads only what somebody does
@Unremovable
@ConfigMapping(prefix = "suite.required")
interface RequiredSettings {
    /** What each setting is, by the variable that gives it; nothing is required outside of the profile prod. */
    @WithParentName
    Map<String, Optional<String>> values();

    default List<String> missing() {
        return values().entrySet().stream()
                .filter(setting ->
                        setting.getValue().filter(value -> !value.isBlank()).isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

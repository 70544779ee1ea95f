package org.pengjiang.kit.supervision;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

/** How often something is done, as it stands in the configuration: a duration such as {@code 2s}, or {@code off}. */
public record Period(Optional<Duration> every) {
    public static final Period OFF = new Period(Optional.empty());

    public static Period parse(CharSequence text) {
        String value = text.toString().strip();
        return value.equalsIgnoreCase("off") ? OFF : new Period(Optional.of(DurationConverter.parseDuration(value)));
    }
}

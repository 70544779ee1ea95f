package org.pengjiang.kit.clock;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the whole service, in the business zone and in microseconds: a moment that was read from the database is the
 * one that was written there, and an answer shows the same before and after. {@code suite.clock.start} (RFC 3339 with offset) starts it
 * elsewhere and lets it run on from there. {@code suite.clock.began} is the machine's moment at which it stood there, so that
 * every service and every restart of one has the same time; without it that is the service's own start.
 * {@code suite.clock.file} names a file with both, which may be written anew while the service runs, see {@link MovableClock}.
 * Production refuses to start with any of it, because every deadline and every entry of the log would be wrong.
 */
@ApplicationScoped
class SuiteClock {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Clock clock;

    SuiteClock(
            @ConfigProperty(name = "suite.clock.start") Optional<OffsetDateTime> start,
            @ConfigProperty(name = "suite.clock.began") Optional<OffsetDateTime> began,
            @ConfigProperty(name = "suite.clock.file") Optional<Path> file) {
        this.clock = of(
                start.map(OffsetDateTime::toInstant),
                began.map(OffsetDateTime::toInstant),
                file,
                ConfigUtils.getProfiles());
    }

    static Clock of(Optional<Instant> start, Optional<Instant> began, Optional<Path> file, List<String> profiles) {
        Clock machine = Clock.tick(Clock.system(ZONE), MICROSECOND);
        if (start.isEmpty() && file.isEmpty()) {
            return machine;
        }
        if (profiles.contains("prod")) {
            throw new IllegalStateException((start.isPresent() ? "suite.clock.start" : "suite.clock.file")
                    + " is set and the profile is prod: production runs on the machine's time. Remove the setting, or start"
                    + " with the profile demo.");
        }
        Duration ahead = start.map(moment -> MovableClock.ahead(moment, began.orElseGet(machine::instant)))
                .orElse(Duration.ZERO);
        return file.map(path -> (Clock) new MovableClock(machine, ahead, path))
                .orElseGet(() -> Clock.offset(machine, ahead));
    }

    @Produces
    @Singleton
    @Startup
    Clock clock() {
        return clock;
    }
}

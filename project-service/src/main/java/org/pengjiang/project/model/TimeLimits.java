package org.pengjiang.project.model;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.settings.Settings;

/** The time limits that a division's district has decided. */
@ApplicationScoped
public class TimeLimits {
    private final Settings settings;
    private final Clock clock;

    TimeLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when a department that is asked today may answer, in working days. */
    public int opinionWorkdays(DivisionCode division) {
        return today(division, "opinionWorkdays");
    }

    /** The same for whoever reads: outside a district it is what is shipped. */
    public int opinionWorkdays(Optional<DivisionCode> reader) {
        return reader.filter(division -> division.district().isPresent())
                .map(this::opinionWorkdays)
                .orElseGet(() -> ProjectSettings.TIME_LIMITS
                        .shipped()
                        .value()
                        .path("opinionWorkdays")
                        .intValue());
    }

    /** For how many days an admission that is decided today holds. */
    int decisionValidDays(DivisionCode division) {
        return today(division, "decisionValidDays");
    }

    /** The last moment at which a second person may confirm what is proposed today: the day counts whole. */
    public Instant confirmBy(DivisionCode division) {
        return LocalDate.now(clock)
                .plusDays(today(division, "confirmationDays") + 1L)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .minusSeconds(1);
    }

    private int today(DivisionCode division, String limit) {
        JsonNode limits = settings.at(
                        division.district().orElseThrow(), ProjectSettings.TIME_LIMITS, LocalDate.now(clock))
                .value();
        return limits.path(limit).intValue();
    }
}

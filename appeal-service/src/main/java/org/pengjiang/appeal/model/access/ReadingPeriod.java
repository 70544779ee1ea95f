package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.pengjiang.appeal.model.policy.AppealSettings;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.settings.Settings;

/** How long whoever has handled an appeal reads it after its closure. */
@ApplicationScoped
class ReadingPeriod {
    private final Settings settings;
    private final Clock clock;

    ReadingPeriod(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What was closed after this moment, the caller still reads as its handler: so the caller's district has decided. */
    Instant closedAfter(Caller caller) {
        String district = caller.division()
                .map(division -> division.district().orElse(division.value()))
                .orElse("");
        long months = settings.at(district, AppealSettings.READING, LocalDate.now(clock))
                .value()
                .path("monthsAfterClosure")
                .longValue();
        return ZonedDateTime.now(clock).minusMonths(months).toInstant();
    }
}

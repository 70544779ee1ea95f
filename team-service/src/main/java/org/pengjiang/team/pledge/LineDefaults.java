package org.pengjiang.team.pledge;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.settings.Settings;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.TeamSettings;

/** What a line is given where its draft says nothing. */
@ApplicationScoped
class LineDefaults {
    private final Settings settings;
    private final Clock clock;

    LineDefaults(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    record Usual(Curve curve, BigDecimal cap) {}

    Usual of(DivisionCode division) {
        String district = division.district().orElseThrow();
        JsonNode value = settings.at(district, TeamSettings.LINE_DEFAULTS, LocalDate.now(clock))
                .value();
        return new Usual(
                Curve.valueOf(value.get("curve").asText()),
                new BigDecimal(value.get("cap").asText()));
    }
}

package org.pengjiang.team.board;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.kit.settings.SettingVersion;
import org.pengjiang.kit.settings.Settings;
import org.pengjiang.team.model.LightMode;
import org.pengjiang.team.model.LightRule;
import org.pengjiang.team.model.TeamSettings;

/** The rules a board is judged by, as they stood on its date, with those that nobody has decided yet. */
@ApplicationScoped
class Assumptions {
    private final Settings settings;

    Assumptions(Settings settings) {
        this.settings = settings;
    }

    /** @param smallestDenominator a share of fewer projects is not judged */
    record InForce(LightRule lights, BigDecimal smallestDenominator, List<BoardView.AssumptionView> assumptions) {}

    InForce at(String district, LocalDate asOf) {
        SettingVersion lights = settings.at(district, TeamSettings.LIGHTS, asOf);
        SettingVersion lines = settings.at(district, TeamSettings.LINE_DEFAULTS, asOf);
        SettingVersion counting = settings.at(district, TeamSettings.COUNTING_RULES, asOf);
        SettingVersion cutOff = settings.at(district, TeamSettings.CUT_OFF, asOf);
        return new InForce(
                rule(lights.value()),
                new BigDecimal(lines.value().path("ratioMinimumProjects").asText()),
                Stream.of(lights, lines, counting, cutOff)
                        .filter(SettingVersion::assumption)
                        .map(it -> new BoardView.AssumptionView(it.name(), it.number(), it.value(), it.source()))
                        .toList());
    }

    private static LightRule rule(JsonNode value) {
        return new LightRule(
                LightMode.valueOf(value.path("mode").asText()),
                new BigDecimal(value.path("greenFrom").asText()),
                new BigDecimal(value.path("yellowFrom").asText()),
                new BigDecimal(value.path("yellowFromPoints").asText()));
    }
}

package org.pengjiang.team.credit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.pengjiang.kit.settings.SettingVersion;
import org.pengjiang.kit.settings.Settings;
import org.pengjiang.team.model.TeamSettings;

/** The counting rules as they stood when an event was recorded, so that a rebuild counts by the rules of then. */
@ApplicationScoped
class CountingRulesInForce {
    private final Settings settings;

    CountingRulesInForce(Settings settings) {
        this.settings = settings;
    }

    CountingRules at(String district, Instant recordedAt) {
        LocalDate day = LocalDate.ofInstant(recordedAt, CutOff.ZONE);
        SettingVersion version = settings.at(district, TeamSettings.COUNTING_RULES, day);
        JsonNode value = version.value();
        return new CountingRules(
                version.number(),
                texts(value.path("excludedTags")),
                texts(value.path("excludedKinds")),
                new BigDecimal(value.path("minimumYuan").asText()),
                new BigDecimal(value.path("expansionCountsFromYuan").asText()),
                value.path("terminationTakesEarlierYears").asBoolean());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package org.pengjiang.appeal.model.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.settings.SettingVersion;
import org.pengjiang.kit.settings.Settings;

/** The limits that the district of a division has decided. */
@ApplicationScoped
public class DistrictLimits {
    private final Settings settings;
    private final Clock clock;
    private final Map<JsonNode, HandlingLimits> read = new ConcurrentHashMap<>();

    DistrictLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Those of today; what is of no district goes by what is shipped. */
    public HandlingLimits of(DivisionCode division) {
        return division.district()
                .map(district -> settings.at(district, AppealSettings.LIMITS, LocalDate.now(clock)))
                .map(SettingVersion::value)
                .map(value -> read.computeIfAbsent(value, DistrictLimits::read))
                .orElse(HandlingLimits.SHIPPED);
    }

    private static HandlingLimits read(JsonNode value) {
        Map<String, Integer> said = new TreeMap<>();
        value.properties()
                .forEach(member -> said.put(member.getKey(), member.getValue().intValue()));
        return HandlingLimits.SHIPPED.with(said);
    }
}

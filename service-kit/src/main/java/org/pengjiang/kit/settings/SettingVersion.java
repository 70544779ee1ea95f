package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * One version of a setting.
 *
 * @param number 1 is the shipped one
 * @param assumption until the division has decided
 * @param source the decision it rests on
 */
public record SettingVersion(
        String name, int number, LocalDate effectiveFrom, JsonNode value, boolean assumption, String source) {}

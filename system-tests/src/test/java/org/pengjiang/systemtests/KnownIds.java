package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** What of the demo district a path's placeholders can name. */
final class KnownIds {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** Placeholders that mean the same wherever they stand. */
    private static final Map<String, String> WORDS =
            Map.of("seq", "1", "year", "2026", "code", "440703101", "name", "lights", "clock", "CONTACT");

    private final Map<String, String> byPrefix = new HashMap<>();

    /** @param real false when something had to be made up */
    record Filled(String path, boolean real) {}

    static KnownIds of(SuiteRun suite) {
        KnownIds ids = new KnownIds();
        SuiteClient projects = suite.project().as("promotion-office");
        SuiteClient teams = suite.team().as("promotion-office");
        String project = first(projects, "/v1/projects?stage=SIGNED&limit=1");
        ids.byPrefix.put("/v1/projects/", project);
        ids.byPrefix.put("/v1/projects/{id}/evidence/", first(projects, "/v1/projects/" + project + "/evidence"));
        ids.byPrefix.put("/v1/investors/", first(projects, "/v1/investors?limit=1"));
        String team = first(teams, "/v1/teams?limit=1");
        ids.byPrefix.put("/v1/teams/", team);
        ids.byPrefix.put("/v1/units/", first(teams, "/v1/units?limit=1"));
        ids.byPrefix.put("/v1/pledges/", first(teams, "/v1/teams/" + team + "/pledges?year=2026"));
        ids.byPrefix.put(
                "/v1/appeals/", AppealSteps.filed(suite.appeal(), "C02", "").id());
        ids.byPrefix.put("/v1/codes/", "NoticeState");
        return ids;
    }

    private static String first(SuiteClient client, String list) {
        Answer answer = client.get(list).expect(200);
        JsonNode items = answer.body().isArray() ? answer.body() : answer.body().path("items");
        return items.path(0).path("id").asText();
    }

    Filled fill(String template) {
        Matcher placeholders = PLACEHOLDER.matcher(template);
        StringBuilder path = new StringBuilder();
        boolean real = true;
        while (placeholders.find()) {
            String name = placeholders.group(1);
            String known = byPrefix.get(template.substring(0, placeholders.start()));
            String value = known == null ? WORDS.get(name) : known;
            real &= value != null;
            placeholders.appendReplacement(
                    path,
                    Matcher.quoteReplacement(value == null ? UUID.randomUUID().toString() : value));
        }
        placeholders.appendTail(path);
        return new Filled(path.toString(), real);
    }
}

package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The alert rules that are shipped, beside what a service exports and what the handbook says. */
@QuarkusTest
@TestProfile(DisturbedNeighboursTest.WithNeighbours.class)
class AlertsTest {
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");
    private static final Path REPOSITORY = Path.of("..");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void everyMetricThatAnAlertNamesIsExported() throws IOException {
        // Given: some are there only when the consumers have their partitions
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> scrape().contains("suite_inbox_lag{"));
        Set<String> exported = new HashSet<>();
        for (String line : scrape().lines().toList()) {
            exported.add(line.split("[ {]")[0]);
        }
        exported.addAll(gaugesOf("appeal-service"));
        exported.addAll(gaugesOf("project-service"));

        // When
        List<String> unknown = new ArrayList<>();
        int named = 0;
        for (JsonNode rule : rules()) {
            for (MatchResult metric :
                    METRIC.matcher(rule.path("expr").asText()).results().toList()) {
                named++;
                if (!exported.contains(metric.group())) {
                    unknown.add(rule.path("alert").asText() + ": " + metric.group());
                }
            }
        }

        // Then
        assertEquals(List.of(), unknown);
        assertTrue(named >= rules().size(), "metrics named: " + named);
    }

    @Test
    void theHandbookSaysWhatToDoAboutEachAlertAndAboutNoOther() throws IOException {
        // Given
        String handbook = Files.readString(REPOSITORY.resolve("docs/operations.md"));
        Set<String> described = new HashSet<>();
        Pattern.compile("(?m)^\\| `([A-Z][A-Za-z]+)` \\|")
                .matcher(handbook)
                .results()
                .forEach(row -> described.add(row.group(1)));

        // When
        Set<String> shipped = new HashSet<>();
        rules().forEach(rule -> shipped.add(rule.path("alert").asText()));

        // Then
        assertEquals(shipped, described);
    }

    @Test
    void theAlertAboutTheLimitKnowsEveryReasonThatIsNotOneAccountsOwn() throws IOException {
        // Given
        Set<String> ofAll = new TreeSet<>();
        Pattern.compile("(?m)^suite_http_refused_total\\{.*reason=\"([a-z-]+)\"")
                .matcher(scrape())
                .results()
                .forEach(sample -> ofAll.add(sample.group(1)));
        ofAll.removeIf(reason -> reason.startsWith("account-"));
        ofAll.removeAll(Set.of("rate", "stopping"));

        // When
        String expression = rules().stream()
                .filter(rule -> rule.path("alert").asText().equals("RequestsAtTheLimit"))
                .map(rule -> rule.path("expr").asText())
                .findFirst()
                .orElseThrow();

        // Then
        assertTrue(ofAll.contains("pool-share"), ofAll::toString);
        assertEquals(ofAll, new TreeSet<>(alerted(expression)));
    }

    /** What a service registers besides what the kit exports: by its source, since the service does not run here. */
    private static Set<String> gaugesOf(String service) throws IOException {
        Set<String> names = new HashSet<>();
        Pattern registration = Pattern.compile("Gauge\\.builder\\(\\s*\"([a-z_]+)\"");
        try (Stream<Path> sources = Files.walk(REPOSITORY.resolve(service).resolve("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                registration.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }

    private static List<String> alerted(String expression) {
        return List.of(expression
                .replaceFirst(".*reason=~\"", "")
                .replaceFirst("\".*", "")
                .split("\\|"));
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        JsonNode file = new YAMLMapper()
                .readTree(REPOSITORY.resolve("docker/prometheus/alerts.yml").toFile());
        file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        assertTrue(rules.size() >= 9, "rules read: " + rules.size());
        return rules;
    }

    private String scrape() throws IOException {
        try (InputStream in = metrics.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

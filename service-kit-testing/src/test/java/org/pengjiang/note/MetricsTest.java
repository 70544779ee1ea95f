package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.notes.model.Note;

/** The metrics as Prometheus scrapes them. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Alone.class)
class MetricsTest {
    private static final Pattern COMMENT =
            Pattern.compile("# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE [a-zA-Z_:][a-zA-Z0-9_:]*"
                    + " (counter|gauge|histogram|summary|untyped))");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:" + LABEL + ",?)*})? "
            + "([-+]?(?:[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|Inf)|NaN)");

    private final Api writer = Api.as(Persona.of("metrics", "440703", "WRITER"));

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    record Counted(String title) implements DomainEvent {
        @Override
        public String type() {
            return "note.counted.v1";
        }
    }

    @Test
    void theyAreThereForTheOperatorAloneAndEveryLineReads() throws IOException {
        // When
        Map<String, Double> samples = scrape();

        // Then
        assertEquals(404, writer.get("/q/metrics").statusCode(), "not on the public port");
        for (String family : new String[] {
            "suite_http_in_flight",
            "suite_http_refused_total",
            "suite_http_hung_up_total",
            "suite_http_at_work",
            "suite_http_uploads_bytes",
            "suite_http_tables_bytes",
            "suite_log_behind_horizon",
            "suite_log_horizon_held_seconds",
            "suite_relay_unsent",
            "suite_relay_unsent_seconds",
            "suite_inbox_parked",
            "suite_loop_last_success_seconds",
            "suite_loop_failures_total",
            "suite_relay_refused",
            "jvm_memory_used_bytes"
        }) {
            assertTrue(
                    samples.keySet().stream().anyMatch(name -> name.equals(family) || name.startsWith(family + "{")),
                    family + " is missing");
        }
    }

    @Test
    void whatHappenedIsCountedWhenItIsCommitted() throws IOException {
        // Given
        String counter = "suite_log_events_total{type=\"note.counted.v1\"}";
        double before = scrape().getOrDefault(counter, 0.0);

        // When
        QuarkusTransaction.requiringNew().run(() -> write(2));
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    write(3);
                    throw new IllegalStateException("rolled back");
                }));

        // Then
        assertEquals(before + 2, scrape().getOrDefault(counter, 0.0));
    }

    @Test
    void noLabelGrowsWithWhatCallersSend() throws IOException {
        // Given
        Api nobody = Api.anonymous();
        // an id like those that follow: what is no UUID is answered 404 before its body is looked at
        callEverywhere(writer, nobody, UUID.randomUUID().toString());
        // a request is counted after its answer, the last one of the round too
        Awaitility.await()
                .until(() -> scrape().keySet().stream()
                        .anyMatch(sample -> sample.contains("method=\"POST\"")
                                && sample.contains("status=\"400\"")
                                && sample.contains("uri=\"/v1/notes/{id}/resize\"")));
        Set<String> before = new HashSet<>(scrape().keySet());

        // When
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String word = UUID.randomUUID().toString();
            words.add(word);
            callEverywhere(writer, nobody, word);
        }

        // Then
        Map<String, Double> after = scrape();
        for (String sample : after.keySet()) {
            for (String word : words) {
                assertFalse(sample.contains(word), sample);
            }
        }
        assertTrue(
                after.keySet().stream().anyMatch(sample -> sample.contains("uri=\"/v1/notes/{id}\"")),
                "an address that is known keeps its name");
        // the machine's own (its collector, its pools) come when they come, and so does a limit that is reached
        Set<String> grown = new TreeSet<>(after.keySet());
        grown.removeAll(before);
        grown.removeIf(sample -> !sample.startsWith("http_") && !sample.startsWith("suite_"));
        grown.removeIf(sample -> sample.contains("status=\"429\"") || sample.contains("reason="));
        assertEquals(Set.of(), grown, "the same calls with other words made new series");
    }

    private static void callEverywhere(Api writer, Api nobody, String word) {
        writer.get("/v1/notes/" + word);
        writer.get("/v1/notes/" + word + "/resize");
        writer.get("/v1/nowhere/" + word);
        writer.get("/" + word + ";x=y");
        writer.get("/v1/notes?" + word + "=1");
        writer.get("/v1/notes/" + word + "?q=" + "x".repeat(9_000));
        nobody.get("/v1/notes/" + word);
        nobody.get("/v1/nowhere/" + word);
        nobody.offTheSurface().request().request("X-" + word, "/v1/notes");
        nobody.request().header("Authorization", "Bearer " + word).get("/v1/notes/" + word);
        nobody.request().header("Accept", "no media type " + word).get("/v1/notes/" + word);
        writer.post("/v1/notes/" + word + "/resize", Map.of("pages", 0), "\"1\"");
    }

    private void write(int notes) {
        for (int i = 0; i < notes; i++) {
            Note note = new Note(UUID.randomUUID(), DivisionCode.parse("440703"), "counted " + UUID.randomUUID(), 1);
            entities.persist(note);
            log.append(note, new Counted("counted"));
        }
    }

    /** By name and labels; fails on a line that Prometheus would not read. */
    private Map<String, Double> scrape() throws IOException {
        URLConnection connection = metrics.openConnection();
        connection.setRequestProperty("Accept", "text/plain;version=0.0.4");
        String text;
        try (InputStream in = connection.getInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(connection.getContentType().startsWith("text/plain"), connection.getContentType());
        assertTrue(text.endsWith("\n"));
        Map<String, Double> samples = new LinkedHashMap<>();
        Map<String, String> types = new HashMap<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                assertTrue(COMMENT.matcher(line).matches(), line);
                if (line.startsWith("# TYPE ")) {
                    assertEquals(null, types.put(line.split(" ")[2], line.split(" ")[3]), line);
                }
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertTrue(sample.matches(), line);
            String family = sample.group(1).replaceAll("_(bucket|sum|count|active_count|duration_sum)$", "");
            assertTrue(types.containsKey(family) || types.containsKey(sample.group(1)), "no TYPE before " + line);
            String labels = sample.group(2) == null ? "" : sample.group(2).replace(",}", "}");
            double value = sample.group(3).endsWith("Inf") ? Double.MAX_VALUE : Double.parseDouble(sample.group(3));
            assertEquals(null, samples.put(sample.group(1) + labels, value), "twice: " + line);
        }
        return samples;
    }
}

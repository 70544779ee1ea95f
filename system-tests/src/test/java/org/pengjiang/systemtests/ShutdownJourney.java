package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * A service that is asked to stop says so first, answers what it has accepted, and what it wrote goes out before it ends. The
 * whole suite writes its log as in production: one JSON object a line.
 */
@Order(8)
@ExtendWith(StartsSuite.class)
@ResourceLock(SuiteRun.PROCESSORS)
class ShutdownJourney {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REPLICAS = List.of("project-service", "project-service-2");
    private static final int CLIENTS_PER_REPLICA = 3;
    private static final int BEFORE_THE_STOP = 40;

    /** After readiness went down: {@code SUITE_SHUTDOWN_DELAY} of the suite under test, less what it takes to see it. */
    private static final Duration DRAIN_BEGINS = Duration.ofMillis(1_800);

    private final SuiteRun suite;
    private final ConcurrentLinkedQueue<Created> answered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();

    ShutdownJourney(SuiteRun suite) {
        this.suite = suite;
    }

    /** What was answered 201, and when the request began. */
    private record Created(String name, String id, String replica, long beganNanos) {}

    /** What got another answer than 201, 429 and 503, or none: as whoever comes after the drain. */
    private record Unanswered(String name, String replica, long beganNanos, String why) {}

    @Test
    void whatWasAcceptedIsAnsweredAndSentAndReadinessSaysBeforehandThatItEnds() throws Exception {
        // Given
        SuiteClient captain = suite.project().as("team-captain");
        String investor = captain.post(
                        "/v1/investors", Map.of("name", "停机演练投资方（虚构）", "country", "CN", "notYetRegistered", true))
                .expect(201)
                .id();
        List<Thread> threads = new ArrayList<>();
        Map<String, AtomicLong> notReady = new HashMap<>();
        for (String replica : REPLICAS) {
            AtomicLong since = new AtomicLong();
            notReady.put(replica, since);
            URI readiness = suite.readiness(replica);
            threads.add(Thread.ofPlatform().start(() -> watchReadiness(readiness, since)));
            for (int i = 0; i < CLIENTS_PER_REPLICA; i++) {
                String token = suite.project()
                        .as(i == 0 ? "team-captain" : "team-captain-2")
                        .token();
                URI address = suite.address(replica);
                threads.add(Thread.ofPlatform().start(() -> register(replica, address, token, investor)));
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered.size() >= BEFORE_THE_STOP);

        // When
        try {
            REPLICAS.forEach(suite::terminate);
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(40));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> REPLICAS.stream().noneMatch(suite::isAlive));

            // Then
            for (String replica : REPLICAS) {
                long since = notReady.getOrDefault(replica, new AtomicLong()).get();
                assertTrue(since != 0, replica + " was never seen unready");
                assertEquals(
                        List.of(),
                        unanswered.stream()
                                .filter(request -> request.replica().equals(replica)
                                        && request.beganNanos() - since < DRAIN_BEGINS.toNanos())
                                .toList(),
                        "got no answer, although balancers had not had their time to learn");
                assertTrue(
                        answered.stream()
                                .anyMatch(created -> created.replica().equals(replica) && created.beganNanos() > since),
                        replica + " still works while balancers learn that it will not for long");
            }
            Set<String> sent = subjectsIn("project.events");
            Set<String> lost = new HashSet<>();
            answered.forEach(created -> lost.add(created.id()));
            lost.removeAll(sent);
            assertEquals(Set.of(), lost, "answered, and not in Kafka when both replicas had ended");
        } finally {
            suite.upAgain();
        }
        for (Created created : answered) {
            captain.get("/v1/projects/" + created.id()).expect(200);
        }
        assertEquals(1, named(captain, answered.element().name()));
        for (Unanswered request : unanswered) {
            assertEquals(0, named(captain, request.name()), () -> "written without an answer: " + request);
        }
    }

    @Test
    void everyLineOfTheLogIsJsonAndNamesTheTraceOfItsRequest() throws IOException {
        // Given
        String trace = UUID.randomUUID().toString().replace("-", "");

        // When
        suite.project()
                .as("promotion-office")
                .send(
                        "GET",
                        "/v1/projects/" + UUID.randomUUID(),
                        null,
                        null,
                        Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
                .expect(404);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Files.readString(suite.log("project-service")).contains(trace));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(suite.log("project-service"), StandardCharsets.UTF_8)) {
            // the JVM itself warns on the same stream, before there is a log
            if (!line.startsWith("WARNING: ") && !line.isBlank()) {
                lines.add(read(line));
            }
        }
        assertTrue(lines.size() > 5, "lines: " + lines.size());
        for (JsonNode line : lines) {
            for (String member : List.of("timestamp", "level", "loggerName", "message")) {
                assertFalse(line.path(member).asText().isEmpty(), () -> member + " is missing in " + line);
            }
        }
        JsonNode refusal = lines.stream()
                .filter(line -> line.path("mdc").path("traceId").asText().equals(trace))
                .findFirst()
                .orElseThrow();
        assertTrue(refusal.path("message").asText().contains("404"), refusal::toString);
    }

    private static int named(SuiteClient client, String name) {
        return client.get("/v1/projects?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .path("items")
                .size();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static void watchReadiness(URI readiness, AtomicLong since) {
        while (true) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) readiness.toURL().openConnection();
                connection.setReadTimeout(5_000);
                if (connection.getResponseCode() == 503) {
                    since.compareAndSet(0, System.nanoTime());
                }
                connection.disconnect();
            } catch (IOException ended) {
                return;
            }
            SuiteRun.pause(Duration.ofMillis(20));
        }
    }

    /** One request after the other, each on a connection of its own, until nobody listens any more. */
    private void register(String replica, URI address, String token, String investor) {
        while (true) {
            String name = "停机演练 " + UUID.randomUUID();
            String body = """
                    {"name": "%s", "kind": "NEW", "divisionCode": "440703101", \
                    "investors": [{"investorId": "%s", "controller": true}], \
                    "money": {"plannedTotalYuan": "120000000.00"}}""".formatted(name, investor);
            long began = System.nanoTime();
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(20_000);
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                String head = "POST /v1/projects HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                        + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                judge(name, replica, answer, began);
            } catch (ConnectException nobodyListens) {
                return;
            } catch (IOException e) {
                unanswered.add(new Unanswered(name, replica, began, e.toString()));
            }
        }
    }

    private void judge(String name, String replica, String answer, long began) {
        if (answer.startsWith("HTTP/1.1 201 ")) {
            int at = answer.indexOf("\"id\":\"") + 6;
            answered.add(new Created(name, answer.substring(at, at + 36), replica, began));
        } else if ((answer.startsWith("HTTP/1.1 429 ") || answer.startsWith("HTTP/1.1 503 "))
                && answer.contains("application/problem+json")) {
            SuiteRun.pause(Duration.ofMillis(50));
        } else {
            unanswered.add(new Unanswered(
                    name, replica, began, answer.lines().findFirst().orElse("no answer")));
        }
    }

    private Set<String> subjectsIn(String topic) {
        Set<String> subjects = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    subjects.add(message.key());
                }
            }
        }
        return subjects;
    }
}

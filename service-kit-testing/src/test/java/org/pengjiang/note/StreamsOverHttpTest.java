package org.pengjiang.note;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.StreamClient;
import org.pengjiang.note.notes.model.Note;

/** What happens, told while it happens. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(StreamsOverHttpTest.Watched.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsOverHttpTest {
    private static final int OF_ACCOUNT = 10;
    private static final int IN_FLIGHT = 16;
    private static final int MANY = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Far more streams than requests may be open, and comments that come soon. */
    public static class Watched implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.http.max-in-flight", Integer.toString(IN_FLIGHT),
                    "suite.http.streams.most", Integer.toString(MANY),
                    "suite.http.streams.of-account", Integer.toString(OF_ACCOUNT),
                    "suite.streams.every", "50ms",
                    "suite.streams.heartbeat", "1s");
        }
    }

    record Told(String text) implements DomainEvent {
        @Override
        public String type() {
            return "note.told.v1";
        }
    }

    private final Persona reader = Persona.of("streams-reader", "440703", "READER");

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    @Inject
    MeterRegistry meters;

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    @Test
    @Order(1)
    void anEventArrivesAsTheFeedGivesItAndItsIdIsACursorOfTheFeed() throws IOException {
        // Given
        UUID note = write("first");
        try (StreamClient stream = StreamClient.open(reader, "/v1/notes/" + note + "/stream")) {
            await().until(() -> !stream.lastId().isEmpty());
            String cursor = stream.lastId();

            // When
            tell(note, "happened");

            // Then
            await().until(() -> stream.events().size() == 1);
            StreamClient.Event event = stream.events().getFirst();
            assertEquals("note.told.v1", event.type());
            JsonNode inFeed = JSON.readTree(Api.as(reader)
                            .get("/v1/changes?types=note.told.v1&limit=200")
                            .asString())
                    .path("items");
            assertEquals(find(inFeed, event), JSON.readTree(event.data()));
            Api.as(reader).get("/v1/changes?cursor=" + event.id()).then().statusCode(200);
            assertTrue(Api.as(reader)
                    .get("/v1/changes?cursor=" + cursor)
                    .asString()
                    .contains("happened"));
            assertTrue(stream.header("Content-Type").orElseThrow().startsWith("text/event-stream"));
            assertEquals("no-store", stream.header("Cache-Control").orElseThrow());
            assertEquals("no", stream.header("X-Accel-Buffering").orElseThrow());
            await().until(() -> stream.comments() >= 2);
        }
    }

    @Test
    @Order(2)
    void whoComesAgainWithTheLastIdMissesNothingAndIsToldNothingTwice() throws Exception {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        UUID note = write("often");
        String path = random.nextBoolean() ? "/v1/notes/" + note + "/stream" : "/v1/notes/stream";
        List<String> written = new ArrayList<>();
        List<String> told = new ArrayList<>();
        StreamClient first = StreamClient.open(reader, path);
        await().until(() -> !first.lastId().isEmpty());
        first.close();
        String last = first.lastId();

        // When
        for (int round = 0; round < 15; round++) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                tell(note, add(written));
            }
            try (StreamClient stream = StreamClient.open(reader.token(), path, last)) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    tell(note, add(written));
                }
                int enough = random.nextInt(3);
                await().until(() -> stream.events().size() > enough
                        || told.size() + stream.events().size() == written.size());
                List<StreamClient.Event> events = stream.events();
                events.forEach(event -> told.add(text(event)));
                last = events.isEmpty() ? last : events.getLast().id();
            }
        }
        try (StreamClient stream = StreamClient.open(reader.token(), path, last)) {
            await().until(() -> told.size() + stream.events().size() >= written.size());
            stream.events().forEach(event -> told.add(text(event)));
        }

        // Then
        assertEquals(written, told);
    }

    @Test
    @Order(3)
    void aStreamEndsWhenItsTokenExpires() throws IOException {
        // Given
        String token = reader.with("exp", Instant.now().getEpochSecond() + 2).token();

        // When
        try (StreamClient stream = StreamClient.open(token, "/v1/notes/stream", null)) {
            // Then
            assertEquals(200, stream.status());
            await().until(stream::hasEnded);
            assertEquals(
                    1,
                    meters.counter("suite.streams.ended", "reason", "expired").count());
        }
    }

    @Test
    @Order(4)
    void whatIsNotTheCallersIsNotFoundAndAnInventedIdIsAFault() throws IOException {
        UUID note = write("elsewhere");
        Persona elsewhere = Persona.of("streams-elsewhere", "440704", "READER");
        try (StreamClient stream = StreamClient.open(elsewhere, "/v1/notes/" + note + "/stream")) {
            assertEquals(404, stream.status());
            assertTrue(stream.refusal().contains("NOT_FOUND"));
        }
        for (String id : List.of("invented", "AAAA", "%00")) {
            try (StreamClient stream = StreamClient.open(reader.token(), "/v1/notes/stream", id)) {
                assertEquals(400, stream.status(), id);
                String problem = stream.refusal();
                assertTrue(problem.contains("header:Last-Event-ID"), problem);
                assertTrue(problem.contains("CURSOR_INVALID"), problem);
            }
        }
        assertEquals(401, Api.anonymous().get("/v1/notes/stream").statusCode());
        assertEquals(
                200,
                Api.as(reader)
                        .offTheSurface()
                        .request()
                        .head("/v1/notes/stream")
                        .statusCode());
    }

    @Test
    @Order(5)
    void oneAccountOpensSoManyAndNoMoreUntilOneEnds() throws IOException {
        // Given
        Persona greedy = Persona.of("streams-greedy", "440703", "READER");
        List<StreamClient> open = new ArrayList<>();
        for (int i = 0; i < OF_ACCOUNT; i++) {
            open.add(StreamClient.open(greedy, "/v1/notes/stream"));
            assertEquals(200, open.getLast().status());
        }

        // When
        try (StreamClient more = StreamClient.open(greedy, "/v1/notes/stream");
                StreamClient other = StreamClient.open(reader, "/v1/notes/stream")) {
            // Then
            assertEquals(429, more.status());
            assertTrue(more.refusal().contains("TOO_MANY_REQUESTS"));
            assertTrue(more.header("Retry-After").isPresent());
            assertEquals(200, other.status());
        }
        open.getFirst().close();
        await().until(() -> opens(greedy, open));
        for (StreamClient stream : open) {
            stream.close();
        }
        await().until(() -> openStreams() == 0);
    }

    @Test
    @Order(6)
    void manyStreamsHoldNoThreadAndNoPlaceOfARequest() throws IOException {
        // Given
        UUID note = write("watched by many");
        Api.as(reader).get("/v1/notes/" + note).then().statusCode(200);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<StreamClient> open = new ArrayList<>();

        // When
        for (int i = 0; i < MANY; i++) {
            Persona somebody = Persona.of("watcher " + i / OF_ACCOUNT, "440703", "READER");
            open.add(StreamClient.open(somebody, "/v1/notes/" + note + "/stream"));
        }
        try (StreamClient oneMore = StreamClient.open(reader, "/v1/notes/stream")) {
            // Then
            assertEquals(503, oneMore.status());
            assertTrue(oneMore.header("Retry-After").isPresent());
        }
        assertEquals(MANY, openStreams());
        await().until(() -> meters.get("suite.http.in.flight").gauge().value() == 0);
        int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        assertTrue(more < 40, more + " more threads, of the client too");
        Api.as(reader).get("/v1/notes/" + note).then().statusCode(200);
        tell(note, "to all");
        await().until(() -> open.stream().allMatch(stream -> stream.events().size() == 1));
        for (StreamClient stream : open) {
            stream.close();
        }
        await().until(() -> openStreams() == 0);
    }

    @Test
    @Order(7)
    void whoDoesNotReadIsCutAndTheOthersAreTold() throws IOException {
        // Given
        UUID note = write("much");
        double cutBefore =
                meters.counter("suite.streams.ended", "reason", "slow").count();
        URI address = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (StreamClient other = StreamClient.open(reader, "/v1/notes/" + note + "/stream");
                Socket silent = new Socket()) {
            silent.setReceiveBufferSize(4_096);
            silent.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            silent.getOutputStream()
                    .write(("GET /v1/notes/" + note + "/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                                    + reader.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = silent.getInputStream();
            assertEquals('H', answer.read(), "the answer has begun");

            // When
            int told = 0;
            String much = "x".repeat(100_000);
            while (meters.counter("suite.streams.ended", "reason", "slow").count() == cutBefore) {
                tell(note, much);
                int seen = ++told;
                await().until(() -> other.events().size() == seen);
            }

            // Then
            assertEquals(
                    cutBefore + 1,
                    meters.counter("suite.streams.ended", "reason", "slow").count());
            await().until(() -> openStreams() == 1);
            assertFalse(other.isCut());
        }
    }

    @Test
    @Order(8)
    void allStreamsEndAtOnceWhenTheServiceBeginsToStop() throws IOException {
        // Given
        try (StreamClient stream = StreamClient.open(reader, "/v1/notes/stream")) {
            await().until(() -> !stream.lastId().isEmpty());

            // When
            shutdown.fire(new ShutdownDelayInitiatedEvent());

            // Then
            await().until(stream::hasEnded);
            await().until(() -> openStreams() == 0);
        }
        try (StreamClient late = StreamClient.open(reader, "/v1/notes/stream")) {
            assertEquals(503, late.status());
        }
    }

    private static boolean opens(Persona persona, List<StreamClient> open) throws IOException {
        StreamClient stream = StreamClient.open(persona, "/v1/notes/stream");
        open.add(stream);
        return stream.status() == 200;
    }

    private double openStreams() {
        return meters.get("suite.streams.open").gauge().value();
    }

    private UUID write(String title) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Note note = new Note(UUID.randomUUID(), DivisionCode.parse("440703"), title + " " + UUID.randomUUID(), 1);
            entities.persist(note);
            return note.id();
        });
    }

    private void tell(UUID note, String text) {
        QuarkusTransaction.requiringNew().run(() -> log.append(entities.find(Note.class, note), new Told(text)));
    }

    private static String add(List<String> written) {
        written.add("event " + written.size());
        return written.getLast();
    }

    private static String text(StreamClient.Event event) {
        try {
            return JSON.readTree(event.data()).at("/data/text").asText();
        } catch (IOException e) {
            throw new AssertionError(event.data(), e);
        }
    }

    private static JsonNode find(JsonNode items, StreamClient.Event event) throws IOException {
        String id = JSON.readTree(event.data()).path("id").asText();
        for (JsonNode item : items) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("the feed has no " + id);
    }
}

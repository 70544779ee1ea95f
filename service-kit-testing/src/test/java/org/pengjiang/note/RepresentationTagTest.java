package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.ETags;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.notes.model.Note;
import org.pengjiang.note.notes.model.NoteEvent;

/** The ETag means the representation, {@code If-Match} its version alone, and a 412 names what has changed since. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class RepresentationTagTest {
    private static final String PARTY = "91440703MA00000077";

    private final Api writer = Api.as(Persona.of("tag-writer", "440703", "WRITER"));
    private final Api reader = Api.as(Persona.of("tag-reader", "440703", "READER"));

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    @Test
    void rightsMasksAndLanguageChangeTheTagAndNotItsVersion() {
        // Given
        String card = card(note());
        String known = writer.get(card).header("ETag");

        // When
        Response masked = reader.request().header("If-None-Match", known).get(card);
        Response inEnglish = writer.request()
                .header("If-None-Match", known)
                .header("Accept-Language", "en")
                .get(card);
        Response again = writer.request().header("If-None-Match", known).get(card);

        // Then
        assertEquals(304, again.statusCode());
        for (Response other : List.of(masked, inEnglish)) {
            assertEquals(200, other.statusCode());
            assertNotEquals(known, other.header("ETag"));
            assertEquals(ETags.version(known), ETags.version(other));
        }
        assertEquals("***", masked.path("title"));
        assertEquals("note", inEnglish.path("words"));
    }

    @Test
    void theAnswerOfACommandCarriesTheTagOfWhatItShows() {
        // Given
        String card = card(note());

        // When
        Response remarked = writer.post(card + "/remarks", null);

        // Then
        assertEquals(writer.get(card).header("ETag"), remarked.header("ETag"));
        assertArrayEquals(writer.get(card).asByteArray(), remarked.asByteArray());
        assertEquals("application/json", remarked.contentType().split(";", 2)[0]);
    }

    @Test
    void whatNothingIsDecidedOnRefusesNobody() {
        // Given
        UUID note = note();
        String read = writer.get(card(note)).header("ETag");
        writer.post(card(note) + "/remarks", null).then().statusCode(200);

        // When
        Response known = writer.request().header("If-None-Match", read).get(card(note));
        Response resized = resize(writer, note, read);

        // Then
        assertEquals(200, known.statusCode(), "the counter is shown anew");
        assertEquals(0, ETags.version(known));
        assertEquals(200, resized.statusCode(), resized.asString());
        assertEquals(1, ETags.version(resized));
    }

    @Test
    void aRefusalNamesWhatHasChangedInTheCallersLanguage() {
        // Given
        UUID note = note();
        String read = writer.get(card(note)).header("ETag");
        resize(writer, note, "\"0\"").then().statusCode(200);
        writer.post(card(note) + "/remarks", null).then().statusCode(200);
        writer.patch("/v1/notes/" + note, Map.of("pages", 9), "\"1\"").then().statusCode(200);

        // When
        Response chinese = resize(writer, note, read);
        Response english = writer.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\", \"0\", " + "\"1-q7Zt0mVbX1cR\"")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of("pages", 5))
                .post("/v1/notes/" + note + "/resize");

        // Then
        assertProblem(chinese, "VERSION_STALE");
        assertEquals(2, chinese.<Integer>path("currentVersion"));
        assertEquals(List.of("note.resized.v1", "note.described.v1"), chinese.path("changes.type"));
        assertEquals(List.of(1, 2), chinese.path("changes.version"));
        assertEquals(List.of("篇幅已调整", "说明已修改"), chinese.path("changes.title"));
        assertEquals(List.of("tag-writer", "tag-writer"), chinese.path("changes.actor"));
        assertEquals(
                List.of("note.described.v1"),
                english.path("changes.type"),
                "since the newest of the versions that can have been read");
        assertEquals(List.of("The description was changed"), english.path("changes.title"));
        assertTrue(english.<String>path("detail").contains("decide again"), english.asString());
        assertNull(chinese.path("moreChanges"));
    }

    @Test
    void whoeverCannotHaveReadAVersionIsNotToldWhatChangedSince() {
        // Given
        UUID note = note();
        resize(writer, note, "\"0\"").then().statusCode(200);

        for (String tag : List.of("\"4\"", "W/\"0\"", "\"other\"")) {
            // When
            Response refused = resize(writer, note, tag);

            // Then
            assertProblem(refused, "VERSION_STALE");
            assertEquals(1, refused.<Integer>path("currentVersion"));
            assertFalse(refused.asString().contains("changes"), refused.asString());
        }
    }

    @Test
    void ofManyChangesTheOldestAreNamed() {
        // Given
        UUID note = note();
        IntStream.range(0, 22).forEach(i -> change(note, new NoteEvent.Resized(i + 1), null));

        // When
        Response twentyTwo = resize(writer, note, "\"0\"");
        Response twenty = resize(writer, note, "\"2\"");

        // Then
        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), twentyTwo.path("changes.version"));
        assertEquals(true, twentyTwo.path("moreChanges"));
        assertEquals(IntStream.rangeClosed(3, 22).boxed().toList(), twenty.path("changes.version"));
        assertNull(twenty.path("moreChanges"));
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotSee() {
        // Given
        UUID note = note();
        change(note, new LogOverHttpTest.Whispered("for auditors"), null);
        change(note, new NoteEvent.Resized(2), null);
        change(note, new NoteEvent.Resized(3), "91440703MA5ABCDE5X");
        change(note, new NoteEvent.Described("title", 4), PARTY);
        Api party =
                Api.as(Persona.of("tag-party", "440703", "WRITER", "ENTERPRISE").with("enterprise", PARTY));
        Api auditor = Api.as(Persona.of("tag-auditor", "440703", "WRITER", "AUDITOR"));

        // When
        Response toStaff = resize(writer, note, "\"0\"");
        Response toAuditor = resize(auditor, note, "\"0\"");
        Response toParty = resize(party, note, "\"0\"");

        // Then
        assertEquals(List.of(2, 3, 4), toStaff.path("changes.version"));
        assertEquals(List.of(1, 2, 3, 4), toAuditor.path("changes.version"));
        assertEquals(List.of(4), toParty.path("changes.version"));
        assertEquals(List.of("note.described.v1"), toParty.path("changes.type"));
        assertFalse(toParty.asString().contains("actor"), toParty.asString());
        assertEquals(4, toParty.<Integer>path("currentVersion"));
    }

    /** What has been read by whom, and when. */
    private record Read(Api by, String language, String tag, byte[] body) {}

    @Test
    void overAnyHistoryAVersionHoldsUntilSomethingIsDecisiveAndATagUntilAByteChanges() {
        long seed = Long.getLong("tags.seed", System.nanoTime());
        System.out.println("tags.seed=" + seed);
        Random random = new Random(seed);
        for (int life = 0; life < 6; life++) {
            // Given
            UUID note = note();
            List<Read> reads = new ArrayList<>();
            Map<Integer, String> named = new HashMap<>();
            int version = 0;
            for (int step = 0; step < 40; step++) {
                // When
                String said = "seed " + seed + ", life " + life + ", step " + step;
                switch (random.nextInt(6)) {
                    case 0 -> writer.post(card(note) + "/remarks", null).then().statusCode(200);
                    case 1 -> change(note, new LogOverHttpTest.Whispered("step " + step), null, ++version);
                    case 2, 3 -> {
                        long from = random.nextInt(version + 1);
                        String tag = random.nextBoolean() || reads.isEmpty()
                                ? "\"" + from + "\""
                                : reads.get(random.nextInt(reads.size())).tag;
                        long expected = tag.contains("-") ? ETags.version(tag) : from;
                        Response resized = resize(writer, note, tag);
                        if (expected == version) {
                            assertEquals(200, resized.statusCode(), said + resized.asString());
                            named.put(++version, "note.resized.v1");
                        } else {
                            int present = version;
                            assertEquals(412, resized.statusCode(), said);
                            assertEquals(
                                    IntStream.rangeClosed((int) expected + 1, present)
                                            .filter(named::containsKey)
                                            .limit(20)
                                            .boxed()
                                            .toList(),
                                    resized.path("changes.version"),
                                    said);
                        }
                        // Then
                        assertEquals(version, ETags.version(writer.get(card(note))), said);
                    }
                    default -> {
                        Api by = random.nextBoolean() ? writer : reader;
                        String language = random.nextBoolean() ? "zh-CN" : "en";
                        Response read =
                                by.request().header("Accept-Language", language).get(card(note));
                        reads.add(new Read(by, language, read.header("ETag"), read.asByteArray()));
                        Read known = reads.get(random.nextInt(reads.size()));
                        Response conditional = by.request()
                                .header("Accept-Language", language)
                                .header("If-None-Match", known.tag)
                                .get(card(note));
                        boolean same =
                                Arrays.equals(known.body, read.asByteArray()) && ETags.version(known.tag) == version;
                        assertEquals(same ? 304 : 200, conditional.statusCode(), said);
                        assertEquals(read.header("ETag"), conditional.header("ETag"), said);
                    }
                }
            }
        }
    }

    private void change(UUID id, DomainEvent event, @Nullable String party, int expected) {
        change(id, event, party);
        assertEquals(expected, ETags.version(writer.get(card(id))));
    }

    private void change(UUID id, DomainEvent event, @Nullable String party) {
        QuarkusTransaction.requiringNew().run(() -> {
            Note note = entities.find(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (party == null) {
                log.append(note, event);
            } else {
                log.appendFor(List.of(party), note, event);
            }
        });
    }

    private UUID note() {
        return UUID.fromString(writer.post("/v1/notes", CommandTest.note("tag " + UUID.randomUUID()))
                .path("id"));
    }

    private static String card(UUID note) {
        return "/v1/note-cards/" + note;
    }

    private static Response resize(Api by, UUID note, String tag) {
        return by.post("/v1/notes/" + note + "/resize", Map.of("pages", 5), tag);
    }
}

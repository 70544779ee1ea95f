package org.pengjiang.appeal.lookup;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.StreamClient;

/** An appeal, and the inbox it lies in, while things happen to it. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class StreamingAppealsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST = "appeal.reply-sent-back.v1";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.specialClass();
    }

    @Test
    void everybodyIsToldOfAnAppealWhatTheirFeedGives() throws IOException {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        Map<String, StreamClient> streams = new LinkedHashMap<>();
        for (String who : List.of("unit-clerk", "supervisor", "promotion-office", "enterprise")) {
            StreamClient stream = StreamClient.open(Persona.named(who), appeal.path() + "/stream");
            await().until(() -> !stream.lastId().isEmpty());
            streams.put(who, stream);
        }
        Map<String, String> from = new LinkedHashMap<>();
        streams.forEach((who, stream) -> from.put(who, stream.lastId()));

        // When
        discuss(appeal);
        StreamClient supervisor = streams.get("supervisor");
        await().until(() -> types(supervisor).contains(LAST));

        // Then
        for (Map.Entry<String, StreamClient> stream : streams.entrySet()) {
            String who = stream.getKey();
            List<JsonNode> feed = feed(who, appeal, from.get(who));
            await().until(() -> stream.getValue().events().size() >= feed.size());
            assertEquals(feed, told(stream.getValue()), who);
            stream.getValue().close();
        }
        assertFalse(types(streams.get("enterprise")).contains(LAST));
    }

    @Test
    void whoDoesNotSeeAnAppealIsToldNothingOfIt() throws IOException {
        AnAppeal appeal = AnAppeal.atTown();
        try (StreamClient stream = StreamClient.open(Persona.named("enterprise-2"), appeal.path() + "/stream")) {
            assertEquals(404, stream.status());
        }
        try (StreamClient stream = StreamClient.open(Persona.named("enterprise"), "/v1/inbox/stream")) {
            assertEquals(403, stream.status());
        }
    }

    @Test
    void streamsOfClassMembersFromElsewhereHoldNoConnection() throws IOException {
        // Given: more streams than the pool has connections
        AnAppeal appeal = AnAppeal.ofProject();
        List<StreamClient> streams = new ArrayList<>();
        try {
            for (String account : List.of("from-elsewhere-1", "from-elsewhere-2", "from-elsewhere-3")) {
                Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, account);
                for (int i = 0; i < 8; i++) {
                    StreamClient stream =
                            StreamClient.open(Persona.of(account, "440704", "TEAM_MEMBER"), appeal.path() + "/stream");
                    streams.add(stream);
                    await().until(() -> !stream.lastId().isEmpty());
                }
            }

            // Then
            AnAppeal.CLERK.get("/v1/appeals").then().statusCode(200);
        } finally {
            for (StreamClient stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void anInboxIsToldWhatComesAndGoesAndWhatHappensMeanwhile() throws IOException {
        // Given
        try (StreamClient dispatcher = inbox("dispatcher");
                StreamClient town = inbox("unit-clerk");
                StreamClient department = inbox("department-clerk")) {
            // When
            AnAppeal appeal = AnAppeal.atTown();
            await().until(() -> types(town).contains("appeal.dispatched.v1"));
            await().until(() -> types(dispatcher).contains("appeal.dispatched.v1"));
            appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
            await().until(() -> types(town).contains("appeal.signed.v1"));
            AnAppeal ofProject = AnAppeal.ofProject();
            await().until(() -> !department.events().isEmpty());

            // Then
            assertFalse(types(dispatcher).contains("appeal.signed.v1"));
            assertEquals(List.of(appeal.id), subjects(town));
            assertEquals(List.of(ofProject.id), subjects(department));
        }
    }

    private static StreamClient inbox(String who) throws IOException {
        StreamClient stream = StreamClient.open(Persona.named(who), "/v1/inbox/stream");
        await().until(() -> !stream.lastId().isEmpty());
        return stream;
    }

    /** What the offices write to each other, and what the enterprise reads of it. */
    private static void discuss(AnAppeal appeal) {
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("visibility", "INTERNAL", "body", "虚构"))
                .then()
                .statusCode(201);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/send-back", Map.of("reason", "虚构"))
                .then()
                .statusCode(200);
    }

    private static List<JsonNode> feed(String who, AnAppeal appeal, String cursor) throws IOException {
        await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(Api.as(who).get("/v1/changes?limit=200&cursor=" + cursor).asString())
                .path("items")
                .forEach(items::add);
        items.removeIf(item -> !item.path("subject").asText().equals(appeal.id));
        return items;
    }

    private static List<JsonNode> told(StreamClient stream) throws IOException {
        List<JsonNode> told = new ArrayList<>();
        for (StreamClient.Event event : stream.events()) {
            told.add(JSON.readTree(event.data()));
        }
        return told;
    }

    private static List<String> types(StreamClient stream) {
        return stream.events().stream().map(StreamClient.Event::type).toList();
    }

    private static List<String> subjects(StreamClient stream) throws IOException {
        return told(stream).stream()
                .map(change -> change.path("subject").asText())
                .distinct()
                .toList();
    }
}

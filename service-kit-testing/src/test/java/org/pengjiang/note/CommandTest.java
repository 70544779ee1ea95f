package org.pengjiang.note;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class CommandTest {
    private final Api writer = Api.as(Persona.of("writer", "440703", "WRITER"));

    @Test
    void aCreatedThingHasAVersionAndAPlace() {
        Response created = writer.post("/v1/notes", note("first"));

        created.then().log().ifValidationFails().statusCode(201).header("ETag", equalTo("\"0\""));
        writer.get("/v1/notes/" + created.path("id")).then().statusCode(200).header("ETag", equalTo("\"0\""));
    }

    @Test
    void aRepeatGetsTheFirstAnswerByteForByte() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("repeated");

        Response first = post(key, body);
        Response second = post(key, body);

        first.then().log().ifValidationFails().statusCode(201);
        assertEquals(201, second.statusCode());
        assertArrayEquals(first.asByteArray(), second.asByteArray());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        post(key, note("another")).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private Response post(String key, Map<String, ?> body) {
        return writer.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/notes");
    }

    static Map<String, ?> note(String title) {
        return Map.of("title", title + " " + UUID.randomUUID(), "pages", 3);
    }
}

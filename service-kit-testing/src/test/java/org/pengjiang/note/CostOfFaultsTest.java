package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Each fault of a shape costs one more pass over the body: a long body gets few passes. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class CostOfFaultsTest {
    private static final int MOST_FAULTS = 50;
    private static final int PASSES_OVER_ONE_MEBIBYTE = 4;

    private final Api writer = Api.as(Persona.of("faulty", "440703", "WRITER"));

    @Test
    void aShortBodyIsToldOfFiftyFaults() {
        Response answer = post(faults(200));

        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(MOST_FAULTS, answer.jsonPath().getList("errors").size());
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 1_000_000})
    void aLongOneOfFewerAndIsNotReadFiftyTimes(int length) {
        // Given
        String body = faults(length / 14);

        // When
        Response answer = post(body);

        // Then
        assertProblem(answer, "BODY_INVALID");
        List<String> pointers = answer.jsonPath().getList("errors.pointer");
        int passes = Math.max(1, PASSES_OVER_ONE_MEBIBYTE * (1 << 20) / body.length());
        assertTrue(
                !pointers.isEmpty() && pointers.size() <= passes,
                pointers.size() + " passes over " + body.length() + " bytes");
    }

    /** Each line has a text for a number. */
    private static String faults(int lines) {
        return "{\"title\":\"faulty\",\"pages\":1,\"lines\":["
                + IntStream.range(0, lines).mapToObj(i -> "{\"weight\":\"\"}").collect(Collectors.joining(","))
                + "]}";
    }

    private Response post(String body) {
        return writer.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/notes");
    }
}

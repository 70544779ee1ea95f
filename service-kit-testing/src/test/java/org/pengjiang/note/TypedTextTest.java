package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** What a person may type into a title or a longer text, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class TypedTextTest {
    private final Api writer = Api.as(Persona.of("text-writer", "440703", "WRITER"));

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0\u202F", "\u200B\uFEFF", "\u3000", "\t\n", "\u3164"})
    void aTitleShowsSomething(String title) {
        Response answer = writer.post("/v1/notes", Map.of("title", title, "pages", 3));
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(List.of("VALUE_MISSING"), answer.path("errors.code"));
        assertEquals(List.of("/title"), answer.path("errors.pointer"));
    }

    @ParameterizedTest
    @CsvSource({"0007", "000A", "202E", "2066", "200F", "0085", "2028"})
    void aTitleHoldsNoLineBreakNoControlAndNoDirection(String character) {
        String title = "甲" + (char) Integer.parseInt(character, 16) + "乙";
        Response answer = writer.post("/v1/notes", Map.of("title", title, "pages", 3));
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(List.of("TEXT_INVALID"), answer.path("errors.code"));
        assertEquals(List.of("文本含有此处不允许的字符：U+" + character + "。"), answer.path("errors.detail"));
        Response english = writer.request()
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("title", title, "pages", 3))
                .post("/v1/notes");
        assertEquals(
                List.of("The text holds characters that are not allowed here: U+" + character + "."),
                english.path("errors.detail"));
    }

    @Test
    void aLongTextHasLinesAndNothingElseThatIsInvisible() {
        assertEquals(201, line("一\r\n\t二").statusCode());
        Response answer = line("一\u202E二\u0007");
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(List.of("/lines/0/text"), answer.path("errors.pointer"));
        assertEquals(List.of("TEXT_INVALID"), answer.path("errors.code"));
    }

    @Test
    void everyFaultOfABodyIsNamed() {
        Response answer = writer.post(
                "/v1/notes",
                Map.of(
                        "title",
                        "长\n".repeat(150),
                        "pages",
                        0,
                        "lines",
                        List.of(Map.of("text", "\u200B", "weight", 1))));
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(
                List.of(
                        "/lines/0/text VALUE_MISSING",
                        "/pages VALUE_UNACCEPTABLE",
                        "/title TEXT_INVALID",
                        "/title VALUE_UNACCEPTABLE"),
                answer.<List<Map<String, String>>>path("errors").stream()
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .sorted()
                        .toList());
    }

    @Test
    void twoSpellingsOfATitleAreOne() {
        Response answer = writer.post("/v1/notes", Map.of("title", "\u3000Cafe\u0301 ❤\uFE0F\u00A0", "pages", 3));
        assertEquals(201, answer.statusCode(), answer.asString());
        assertEquals("Caf\u00E9 ❤\uFE0F", answer.path("title"));
    }

    @Test
    void aTitleFromBeforeTheRuleHindersNoOtherChange() throws SQLException {
        // Given
        String path = "/v1/notes/"
                + writer.post("/v1/notes", Map.of("title", "old", "pages", 3)).path("id");
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE note SET title = ? WHERE id = ?::uuid")) {
            update.setString(1, "old\u0007title");
            update.setString(2, path.substring(path.lastIndexOf('/') + 1));
            update.executeUpdate();
        }
        // When
        Response pages = writer.patch(path, Map.of("pages", 4), "\"0\"");
        // Then
        assertEquals(200, pages.statusCode(), pages.asString());
        assertEquals("old\u0007title", pages.path("title"));
        Response again = writer.patch(path, Map.of("title", "old\u0007title"), "\"1\"");
        assertEquals(400, again.statusCode(), again.asString());
        assertEquals(List.of("TEXT_INVALID"), again.path("errors.code"));
    }

    private Response line(String text) {
        return writer.post(
                "/v1/notes", Map.of("title", "t", "pages", 3, "lines", List.of(Map.of("text", text, "weight", 1))));
    }
}

package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** A list is walked page by page, each row once. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class ListTest {
    private final Api writer = Api.as(Persona.of("list-writer", "440705", "WRITER"));

    @Test
    void everyRowComesOnceAndInOrder() {
        String title = "list" + UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            writer.post("/v1/notes", Map.of("title", title + i, "pages", 1 + i))
                    .then()
                    .statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        Response page = writer.get("/v1/notes?limit=3&title=" + title);
        seen.addAll(page.path("items.title"));
        while (page.path("next") != null) {
            String link = page.header("Link");
            assertTrue(link.matches("<(/v1/notes\\?[^>]+)>; rel=\"next\""), link);
            page = writer.get(link.substring(1, link.indexOf('>')));
            assertEquals(200, page.statusCode(), page.asString());
            seen.addAll(page.path("items.title"));
        }

        assertEquals(List.of(title + 0, title + 1, title + 2, title + 3, title + 4, title + 5, title + 6), seen);
        assertNull(page.header("Link"));
    }

    @Test
    void aCursorServesOnlyItsOwnFilter() {
        String title = "filter" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            writer.post("/v1/notes", Map.of("title", title + i, "pages", 2))
                    .then()
                    .statusCode(201);
        }
        String cursor = writer.get("/v1/notes?limit=1&title=" + title).path("next");
        String forged = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);

        assertEquals(
                200,
                writer.get("/v1/notes?limit=2&title=" + title + "&cursor=" + cursor)
                        .statusCode());
        for (String query : List.of(
                "title=" + title + "x&cursor=" + cursor,
                "cursor=" + cursor,
                "title=" + title + "&minPages=1&cursor=" + cursor,
                "title=" + title + "&cursor=" + forged)) {
            Response answer = writer.get("/v1/notes?limit=1&" + query);
            assertEquals(400, answer.statusCode(), query);
            assertProblem(answer, "CURSOR_INVALID");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=now | PARAMETER_UNKNOWN | query:since=PARAMETER_UNKNOWN",
                "since=now&limit=0 | PARAMETER_INVALID | query:limit=VALUE_UNACCEPTABLE, query:since=PARAMETER_UNKNOWN",
                "since=now&limit=many | PARAMETER_INVALID | query:limit=VALUE_TYPE, query:since=PARAMETER_UNKNOWN",
                "limit=many&minPages=-1 | PARAMETER_INVALID | query:limit=VALUE_TYPE, query:minPages=VALUE_UNACCEPTABLE",
                "minPages=x&limit=201&until=1&since=now | PARAMETER_INVALID | query:limit=VALUE_UNACCEPTABLE,"
                        + " query:minPages=VALUE_TYPE, query:since=PARAMETER_UNKNOWN, query:until=PARAMETER_UNKNOWN",
                "limit=0&minPages=-1 | PARAMETER_INVALID | query:limit=VALUE_UNACCEPTABLE,"
                        + " query:minPages=VALUE_UNACCEPTABLE",
                "limit=1&limit=2&minPages=-3 | PARAMETER_INVALID | query:limit=PARAMETER_INVALID,"
                        + " query:minPages=VALUE_UNACCEPTABLE",
                "limit=1&limit=1 | PARAMETER_INVALID | query:limit=PARAMETER_INVALID",
                "title=a&title=b&limit=0 | PARAMETER_INVALID | query:limit=VALUE_UNACCEPTABLE,"
                        + " query:title=PARAMETER_INVALID",
                "title=&title= | PARAMETER_INVALID | query:title=PARAMETER_INVALID",
                "title= | PARAMETER_INVALID | query:title=VALUE_MISSING",
                "title | PARAMETER_INVALID | query:title=VALUE_MISSING",
                "title=%20&cursor=&since=&minPages= | PARAMETER_INVALID | query:cursor=VALUE_MISSING,"
                        + " query:minPages=VALUE_TYPE, query:since=PARAMETER_UNKNOWN, query:title=VALUE_MISSING"
            })
    void everyFaultOfTheQueryIsNamedAtOnce(String query, String code, String faults) {
        // When
        Response answer = writer.get("/v1/notes?" + query);

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, code);
        List<Map<String, String>> errors = answer.path("errors");
        assertEquals(
                faults,
                errors.stream()
                        .map(error -> error.get("pointer") + "=" + error.get("code"))
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "title=a;limit=2, query:title",
        "limit=1&title=a;b&minPages;=1, 'query:title, query:minPages'",
        "title=a;limit=2;limit=3, query:title",
        ";, query:"
    })
    void aSemicolonEndsNoParameter(String query, String pointers) {
        // When
        Response answer = writer.get("/v1/notes?" + query);

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "PARAMETER_INVALID");
        assertEquals(List.of(pointers.split(", ")), answer.path("errors.pointer"));
        assertEquals(200, writer.get("/v1/notes?title=a%3Blimit%3D2").statusCode());
    }

    @Test
    void anotherDivisionsRowsAreNotThere() {
        String title = "scope" + UUID.randomUUID();
        writer.post("/v1/notes", Map.of("title", title, "pages", 2)).then().statusCode(201);

        assertEquals(1, sizeFor("440705", title));
        assertEquals(1, sizeFor("4407", title));
        assertEquals(1, sizeFor("44", title));
        assertEquals(0, sizeFor("440703", title));
        assertEquals(0, sizeFor("440705001", title));
        assertEquals(0, sizeFor("440705001001", title));
        assertEquals(0, sizeFor("", title));
    }

    private static int sizeFor(String division, String title) {
        Response answer =
                Api.as(Persona.of("scope " + division, division, "READER")).get("/v1/notes?title=" + title);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.<List<?>>path("items").size();
    }
}

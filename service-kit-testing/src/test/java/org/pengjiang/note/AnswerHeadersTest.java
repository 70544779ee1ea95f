package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Who may keep an answer, and what it depends on. That each answer says so at all, {@code Api} looks at. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class AnswerHeadersTest {
    @TestHTTPResource
    URI service;

    private final Api writer = Api.as(Persona.of("headers", "440703", "WRITER", "READER"));

    @Test
    void whatHasAVersionMayBeKeptByItsReaderAndIsAskedForAgain() {
        // Given
        Response created = writer.post("/v1/notes", CommandTest.note("kept"));

        // When
        Response read = writer.get(created.header("Location"));
        Response again =
                writer.request().header("If-None-Match", read.header("ETag")).get(created.header("Location"));

        // Then
        assertEquals("no-store", created.header("Cache-Control"), "nobody keeps the answer of a command");
        assertEquals("private, no-cache", read.header("Cache-Control"));
        assertEquals(304, again.statusCode());
        assertEquals("private, no-cache", again.header("Cache-Control"));
        assertEquals(read.header("Vary"), again.header("Vary"));
    }

    @Test
    void nobodyKeepsTheRest() {
        for (Response answer : List.of(
                writer.get("/v1/notes"),
                writer.get("/v1/me"),
                writer.get("/v1/nothing"),
                writer.get("/nowhere"),
                Api.anonymous().get("/v1/me"))) {
            assertEquals("no-store", answer.header("Cache-Control"), answer.statusCode() + " " + answer.asString());
        }
    }

    @Test
    void whatTheRouterRefusesBeforeAnyFilterSaysTheSame() throws IOException {
        // When
        List<String> head;
        try (Socket connection = new Socket(service.getHost(), service.getPort())) {
            connection.setSoTimeout(10_000);
            connection
                    .getOutputStream()
                    .write("GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            head = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
        }

        // Then
        assertEquals("http/1.1 400 bad request", head.getFirst());
        assertTrue(
                head.containsAll(List.of(
                        "x-content-type-options: nosniff",
                        "cache-control: no-store",
                        "content-type: application/problem+json",
                        "vary: accept-language, authorization, accept-encoding")),
                head.toString());
    }

    @Test
    void whatShowsProtectedValuesInFullIsKeptByNobody() {
        // Given
        Response created = writer.post("/v1/notes", CommandTest.note("protected"));

        // When
        Response full = writer.get("/v1/gates/protected/" + created.path("id"));

        // Then
        assertEquals(200, full.statusCode(), full.asString());
        assertNotNull(full.header("ETag"));
        assertEquals("no-store", full.header("Cache-Control"));
    }

    @Test
    void acceptLanguageStandsInVaryWhereTheAnswerIsInWords() {
        // When
        Response words = writer.get("/v1/tasks?mine");
        Response none = writer.get("/v1/me");

        // Then
        assertTrue(words.header("Vary").contains("Accept-Language"), words.header("Vary"));
        assertEquals("Authorization, Accept-Encoding", none.header("Vary"));
    }

    @Test
    void aCompressedAnswerAndAPlainOneSayThatTheyDiffer() {
        // When
        Response compressed = writer.request().header("Accept-Encoding", "gzip").get("/v1/me");
        Response plain = writer.request().header("Accept-Encoding", "identity").get("/v1/me");

        // Then
        assertEquals("gzip", compressed.header("Content-Encoding"));
        assertEquals(compressed.header("Vary"), plain.header("Vary"));
        assertTrue(plain.header("Vary").contains("Accept-Encoding"), plain.header("Vary"));
    }
}

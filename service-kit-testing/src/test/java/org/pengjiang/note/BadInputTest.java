package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Everything wrong that one request can say about a body, and the answer that names it. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class BadInputTest {
    record Case(String body, int status, String code, Set<String> pointers) {
        @Override
        public String toString() {
            return code + " " + pointers + " for " + (body.length() > 60 ? body.substring(0, 60) + "…" : body);
        }
    }

    static Case wrong(String body, int status, String code, String... pointers) {
        return new Case(body, status, code, Set.of(pointers));
    }

    static Stream<Case> bodies() {
        return Stream.of(
                wrong("", 400, "BODY_INVALID", ""),
                wrong("null", 400, "BODY_INVALID", ""),
                wrong("[]", 400, "BODY_INVALID", ""),
                wrong("\"text\"", 400, "BODY_INVALID", ""),
                wrong("17", 400, "BODY_INVALID", ""),
                wrong("{", 400, "BODY_MALFORMED", ""),
                wrong("{\"title\":\"x\",\n  \"pages\":3,}", 400, "BODY_MALFORMED", "/pages"),
                wrong("{\"lines\":[{\"text\":tru}]}", 400, "BODY_MALFORMED", "/lines/0/text"),
                wrong("{\"title\":\"x\",\"pages\":3} {}", 400, "BODY_MALFORMED", ""),
                wrong("{'title':'x'}", 400, "BODY_MALFORMED", ""),
                wrong("{\"title\":\"x\",\"pages\":03}", 400, "BODY_MALFORMED", "/pages"),
                wrong("{\"title\":\"x\",\"pages\":NaN}", 400, "BODY_MALFORMED", "/pages"),
                wrong("{\"title\":\"x\",\"title\":\"y\",\"pages\":3}", 400, "BODY_MALFORMED", "/title"),
                wrong("{\"title\":\"a\tb\",\"pages\":3}", 400, "BODY_MALFORMED", "/title"),
                wrong("{}", 400, "BODY_INVALID", "/title", "/pages"),
                wrong("{\"title\":null,\"pages\":null}", 400, "BODY_INVALID", "/title", "/pages"),
                wrong("{\"title\":\" \",\"pages\":0}", 400, "BODY_INVALID", "/title", "/pages"),
                wrong(
                        "{\"titel\":\"x\",\"seiten\":3,\"lines\":[{\"text\":\"a\",\"weight\":1,\"b/c~d\":2}]}",
                        400,
                        "BODY_INVALID",
                        "/titel",
                        "/seiten",
                        "/lines/0/b~1c~0d",
                        "/title",
                        "/pages"),
                wrong(
                        "{\"title\":7,\"pages\":\"3\",\"written\":\"5 March\",\"colour\":\"BLUE\",\"price\":true,\"lines\":{}}",
                        400,
                        "BODY_INVALID",
                        "/title",
                        "/pages",
                        "/written",
                        "/colour",
                        "/price",
                        "/lines"),
                wrong("{\"title\":\"x\",\"pages\":3.5}", 400, "BODY_INVALID", "/pages"),
                wrong("{\"title\":\"x\",\"pages\":true}", 400, "BODY_INVALID", "/pages"),
                wrong("{\"title\":\"x\",\"pages\":99999999999}", 400, "BODY_INVALID", "/pages"),
                wrong("{\"title\":\"x\",\"pages\":1e1000000000}", 400, "BODY_INVALID", "/pages"),
                wrong("{\"title\":\"x\",\"pages\":3,\"price\":1e1000000000}", 400, "BODY_INVALID", "/price"),
                wrong("{\"title\":\"x\",\"pages\":3,\"price\":1e-1000000000}", 400, "BODY_INVALID", "/price"),
                wrong("{\"title\":\"x\",\"pages\":3,\"price\":\"12\"}", 400, "BODY_INVALID", "/price"),
                wrong("{\"title\":\"x\",\"pages\":3,\"colour\":0}", 400, "BODY_INVALID", "/colour"),
                wrong("{\"title\":\"x\",\"pages\":3,\"written\":\"2026-02-30\"}", 400, "BODY_INVALID", "/written"),
                wrong("{\"title\":\"x\",\"pages\":3,\"written\":[2026,2,3]}", 400, "BODY_INVALID", "/written"),
                wrong("{\"title\":\"x\",\"pages\":3,\"written\":20000}", 400, "BODY_INVALID", "/written"),
                wrong("{\"title\":\"x\\u0000y\",\"pages\":3}", 400, "BODY_INVALID", "/title"),
                wrong(
                        "{\"title\":\"x\",\"pages\":3,\"lines\":[{\"text\":\"\\ud800\"}]}",
                        400,
                        "BODY_INVALID",
                        "/lines/0/text"),
                wrong("{\"title\":\"\\udc00\\ud800\",\"pages\":3}", 400, "BODY_INVALID", "/title"),
                wrong(
                        "{\"title\":\"x\",\"pages\":3,\"lines\":[{\"text\":\"\",\"weight\":0},null,{\"weight\":\"1\"}]}",
                        400,
                        "BODY_INVALID",
                        "/lines/0/text",
                        "/lines/0/weight",
                        "/lines/1",
                        "/lines/2/text",
                        "/lines/2/weight"),
                wrong("{\"title\":\"" + "长".repeat(201) + "\",\"pages\":3}", 400, "BODY_INVALID", "/title"),
                wrong(
                        "{\"title\":\"x\",\"pages\":3,\"lines\":" + "[".repeat(60) + "]".repeat(60) + "}",
                        400,
                        "BODY_MALFORMED"),
                wrong("[".repeat(100_000), 400, "BODY_MALFORMED"),
                wrong("{\"title\":\"x\",\"pages\":" + "9".repeat(5000) + "}", 400, "BODY_MALFORMED"),
                wrong("{\"" + "k".repeat(5000) + "\":1}", 400, "BODY_MALFORMED"),
                wrong("{\"title\":\"x\",\"pages\":3,\"amount\":\"1.234\"}", 422, "VALUE_UNACCEPTABLE", "/amount"),
                wrong("{\"title\":\"x\",\"pages\":3,\"amount\":12}", 400, "BODY_INVALID", "/amount"),
                wrong(
                        "{\"title\":\"x\",\"pages\":3,\"amount\":\"1e999999999\",\"enterprise\":\"91440703MA00000078\"}",
                        422,
                        "VALUE_UNACCEPTABLE",
                        "/amount",
                        "/enterprise"),
                wrong("{\"title\":\"x\",\"pages\":3,\"division\":\"4407031\"}", 422, "VALUE_UNACCEPTABLE"));
    }

    private final Api writer = Api.as(Persona.of("bad-input", "440703", "WRITER"));

    @ParameterizedTest
    @MethodSource("bodies")
    void everyFaultIsNamedAtOnce(Case input) {
        Response answer = post(input.body.getBytes(StandardCharsets.UTF_8), "en");

        assertEquals(input.status, answer.statusCode(), answer.asString());
        assertProblem(answer, input.code);
        if (!input.pointers.isEmpty()) {
            List<String> pointers = answer.jsonPath().getList("errors.pointer");
            assertEquals(new TreeSet<>(input.pointers), new TreeSet<>(pointers), answer.asString());
        }
    }

    static Stream<byte[]> bytesThatAreNoUtf8() {
        return Stream.of(
                new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xff, '"', '}'},
                new byte[] {
                    '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
                },
                new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'},
                new byte[] {0},
                new byte[] {(byte) 0xef, (byte) 0xbb},
                new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{'},
                new byte[] {'{', '"', (byte) 0xe4});
    }

    @ParameterizedTest
    @MethodSource("bytesThatAreNoUtf8")
    void bytesThatAreNoTextAreRefused(byte[] body) {
        Response answer = post(body, "zh-CN");

        assertEquals(400, answer.statusCode(), answer.asString());
        assertNotNull(answer.path("code"));
    }

    static Stream<byte[]> bytesThatAreNoJson() {
        return Stream.of("00", "0000", "00000000", "00007b00", "007b0000", "7b0000", "feff0000", "efbbbf7b", "ff")
                .map(HexFormat.of()::parseHex);
    }

    @ParameterizedTest
    @MethodSource("bytesThatAreNoJson")
    void bytesThatCannotBeReadAreTheCallersFault(byte[] body) {
        // When
        Response answer = post(body, "en");

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "BODY_MALFORMED");
        assertEquals(List.of("BODY_MALFORMED"), answer.jsonPath().getList("errors.code"));
    }

    @Test
    void aMemberThatStandsTwiceIsNamedInWords() {
        // When
        Response answer = post("{\"title\":\"x\",\"title\":\"y\"}".getBytes(StandardCharsets.UTF_8), "en");

        // Then
        assertProblem(answer, "BODY_MALFORMED");
        assertEquals(
                List.of("This property stands twice in one object."),
                answer.jsonPath().getList("errors.detail"));
    }

    @Test
    void aPlainTextIsNoRecordOfOneText() {
        Response answer = Api.as(Persona.of("sends text", "440703", "ADMIN"))
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/plain")
                .body("a reason")
                .post("/v1/admin/parked-events/" + UUID.randomUUID() + "/discard");
        assertEquals(415, answer.statusCode(), answer.asString());
    }

    @Test
    void theMarkOfAnEncodingAloneSaysNothing() {
        // When
        Response answer = post(HexFormat.of().parseHex("0000feff"), "en");

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "BODY_INVALID");
        assertEquals(List.of("VALUE_MISSING"), answer.jsonPath().getList("errors.code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void everyEncodingOfUnicodeIsRead(String encoding) {
        // Given
        String body = "{\"title\":\"字 " + UUID.randomUUID() + "\",\"pages\":3}";

        // When
        Response answer = post(body.getBytes(Charset.forName(encoding)), "en");
        Response marked = post(("\uFEFF" + body.replace("字", "词")).getBytes(Charset.forName(encoding)), "en");

        // Then
        assertEquals(201, answer.statusCode(), answer.asString());
        assertTrue(marked.statusCode() == 201 || marked.statusCode() == 400, marked.asString());
    }

    private Response post(byte[] body, String language) {
        RequestSpecification request = writer.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType("application/json");
        return (body.length == 0 ? request : request.body(body)).post("/v1/notes");
    }

    static void assertProblem(Response answer, String code) {
        assertEquals("application/problem+json", answer.contentType(), answer.asString());
        assertEquals(code, answer.path("code"), answer.asString());
        assertEquals(answer.statusCode(), answer.<Integer>path("status"));
        assertTrue(answer.<String>path("type").startsWith("urn:pengjiang:problem:"));
        assertTrue(answer.<String>path("traceId").matches("[0-9a-f]{32}"), answer.asString());
        assertFalse(answer.asString().contains("org.pengjiang"), answer.asString());
        assertFalse(answer.asString().contains("Exception"), answer.asString());
    }
}

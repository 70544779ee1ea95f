package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.surface.ScalarResource;

/** What every type takes and what it refuses: one kind of value is never taken for another. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class CoercionTest {
    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "0",
            "1",
            "-0",
            "15.9",
            "1.0",
            "1e1",
            "1789725600",
            "1e999999999",
            "true",
            "\"true\"",
            "\"1\"",
            "\"0\"",
            "\"1.5\"",
            "\"1789725600\"",
            "\"1789725600000\"",
            "\"text\"",
            "\"RED\"",
            "\" RED\"",
            "\"red\"",
            "\"GREEN\"",
            "\"light-green\"",
            "[]",
            "[1]",
            "[15.9]",
            "[\"1\"]",
            "[null]",
            "[[1]]",
            "[2026,9,18]",
            "[\"RED\"]",
            "{}",
            "{\"a\":1}",
            "{\"a\":15.9}",
            "{\"a\":\"1\"}",
            "{\"a\":null}",
            "{\"a\":1e999999999}",
            "{\"text\":\"x\"}",
            "{\"text\":null}",
            "\"1-1-1-1-1\"",
            "\"AZjF0npOfMefADsdeh5aEA==\"",
            "\"0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10\"",
            "\"2026-09-18\"",
            "\"2026-09-18T10:00:00\"",
            "\"2026-09-18T10:00:00Z\"",
            "\"2026-09-18T10:00:00+08:00\"",
            "\"2026-09-18T10:00:00+08:00[Asia/Shanghai]\"",
            "\"+12026-09-18T10:00:00Z\"",
            "\"2026-09\"",
            "\"10:00\"",
            "\"120000000.00\"",
            "\"440703\"",
            "\"91440703MA00000077\"",
            "\"C3911\"",
            "\"2609-440703-04-01-000000\"",
            "\"0750-0000000\"",
            "\"13812345678\"");

    private static final String[] ALL_TEXTS =
            VALUES.stream().filter(value -> value.startsWith("\"")).toArray(String[]::new);
    private static final Map<String, Set<String>> TAKEN = new HashMap<>();

    static {
        takes("wholes", "0", "1", "-0", "1789725600");
        takes("longs", "0", "1", "-0", "1789725600");
        takes("plainWholes", "0", "1", "-0", "1789725600");
        takes("plainLongs", "0", "1", "-0", "1789725600");
        takes("flags", "true");
        takes("plainFlags", "true");
        takes("texts", ALL_TEXTS);
        takes("decimals", "0", "1", "-0", "15.9", "1.0", "1e1", "1789725600");
        takes("colours", "\"RED\"", "\"light-green\"");
        takes("ids", "\"0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10\"");
        takes("dates", "\"2026-09-18\"");
        takes("months", "\"2026-09\"");
        takes("times", "\"10:00\"");
        takes("localMoments", "\"2026-09-18T10:00:00\"");
        takes("offsetMoments", "\"2026-09-18T10:00:00Z\"", "\"2026-09-18T10:00:00+08:00\"");
        takes("instants", "\"2026-09-18T10:00:00Z\"", "\"2026-09-18T10:00:00+08:00\"");
        takes("enterprises", "\"91440703MA00000077\"");
        takes("nationalCodes", "\"2609-440703-04-01-000000\"");
        takes("phones", "\"13812345678\"", "\"0750-0000000\"");
        takes(
                "anything",
                VALUES.stream()
                        .filter(value -> !value.equals("null") && !value.contains("1e999999999"))
                        .toArray(String[]::new));
        takes("textLists", "[]", "[\"1\"]", "[\"RED\"]");
        takes("wholeLists", "[]", "[1]", "[2026,9,18]");
        takes("wholeMaps", "{}", "{\"a\":1}");
        takes("inners", "{\"text\":\"x\"}");
    }

    /** Their texts are read by their own parsers, which other tests look at: here, no other kind becomes one. */
    private static final Set<String> TEXTS_OF_THEIR_OWN = Set.of("amounts", "areas", "divisions", "industries");

    private static final Map<String, String> FINE = Map.ofEntries(
            Map.entry("wholes", "1"),
            Map.entry("longs", "1"),
            Map.entry("flags", "true"),
            Map.entry("texts", "\"x\""),
            Map.entry("decimals", "1.5"),
            Map.entry("colours", "\"RED\""),
            Map.entry("ids", "\"0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10\""),
            Map.entry("dates", "\"2026-09-18\""),
            Map.entry("months", "\"2026-09\""),
            Map.entry("times", "\"10:00\""),
            Map.entry("localMoments", "\"2026-09-18T10:00:00\""),
            Map.entry("offsetMoments", "\"2026-09-18T10:00:00+08:00\""),
            Map.entry("instants", "\"2026-09-18T10:00:00+08:00\""),
            Map.entry("amounts", "\"120000000.00\""),
            Map.entry("areas", "\"20000.00\""),
            Map.entry("divisions", "\"440703\""),
            Map.entry("enterprises", "\"91440703MA00000077\""),
            Map.entry("industries", "\"C3911\""),
            Map.entry("nationalCodes", "\"2609-440703-04-01-000000\""),
            Map.entry("phones", "\"13812345678\""),
            Map.entry("anything", "1"),
            Map.entry("textLists", "[\"x\"]"),
            Map.entry("wholeLists", "[1]"),
            Map.entry("wholeMaps", "{\"a\":1}"),
            Map.entry("inners", "{\"text\":\"x\"}"),
            Map.entry("plainWholes", "1"),
            Map.entry("plainLongs", "1"),
            Map.entry("plainFlags", "true"));

    private final Api writer =
            Api.as(Persona.of("coercion", "440703", "WRITER")).offTheSurface();

    private static void takes(String member, String... values) {
        TAKEN.put(member, Set.of(values));
    }

    /** Whoever does not take the value is named, all of them in one answer, and nobody else. */
    @ParameterizedTest
    @FieldSource("VALUES")
    void everyTypeTakesItsOwnKindAndNoOther(String value) {
        // Given
        Map<String, String> members = new TreeMap<>(FINE);
        if (value.startsWith("\"")) {
            members.keySet().removeAll(TEXTS_OF_THEIR_OWN);
        }
        members.replaceAll((member, fine) -> value);
        Set<String> refusing = members.keySet().stream()
                .filter(member -> !TAKEN.getOrDefault(member, Set.of()).contains(value))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Response answer = send(members);

        // Then
        List<String> pointers = answer.jsonPath().getList("errors.pointer");
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 422, answer.asString());
        assertEquals(
                refusing,
                pointers.stream().map(pointer -> pointer.split("/")[1]).collect(Collectors.toCollection(TreeSet::new)),
                answer.asString());
    }

    @Test
    void whatEveryTypeTakesIsTaken() {
        // When
        Response answer = send(Map.of());

        // Then
        assertEquals(200, answer.statusCode(), answer.asString());
    }

    @Test
    void theWordsOfAnEnumAreThoseOfTheBody() {
        // When
        Response answer = send(Map.of("colours", "\"GREEN\""));

        // Then
        assertTrue(answer.asString().contains("RED | light-green"), answer.asString());
    }

    private Response send(Map<String, String> changed) {
        Map<String, String> members = new HashMap<>(FINE);
        members.putAll(changed);
        String body = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return writer.request().contentType("application/json").body(body).post("/v1/scalars");
    }

    @Test
    void noMemberIsLeftOutOfTheTable() {
        assertEquals(
                Arrays.stream(ScalarResource.Scalars.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(FINE.keySet()));
    }
}

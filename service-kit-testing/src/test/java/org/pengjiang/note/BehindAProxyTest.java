package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.note.BadInputTest.assertProblem;
import static org.pengjiang.note.Limited.GUESSES;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Behind a proxy that is trusted, callers are told apart by the address that it names. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Limited.class)
class BehindAProxyTest {
    @Test
    void whoGuessesTokensWaitsAndHisNeighbourBehindTheSameProxyDoesNot() {
        // When
        List<Integer> guesses = guess("198.51.100.7", GUESSES + 1);
        int neighbour = guess("198.51.100.8", 1).getFirst();

        // Then
        assertEquals(401, guesses.getFirst());
        assertEquals(429, guesses.getLast());
        assertEquals(401, neighbour);
    }

    @Test
    void allAddressesOfOneHouseholdAreOne() {
        // When
        List<Integer> guesses = IntStream.rangeClosed(1, GUESSES + 1)
                .mapToObj(i -> guess("2001:db8:1:2::" + i, 1).getFirst())
                .toList();
        int another = guess("2001:db8:1:3::1", 1).getFirst();

        // Then
        assertEquals(429, guesses.getLast());
        assertEquals(401, another);
    }

    @Test
    void aTokenThatHasOnlyExpiredIsAnswered401WhateverOthersDidAtThatAddress() {
        // Given
        Persona reader = Persona.of("was here yesterday", "440703", "READER");
        long yesterday = Instant.now().getEpochSecond() - 86_400;
        String expired =
                reader.with("iat", yesterday).with("exp", yesterday + 60).token();
        String forged = expired.substring(0, expired.length() - 8) + "AAAAAAAA";
        guess("198.51.100.9", GUESSES + 1);

        // When
        List<Response> answers = IntStream.range(0, 2 * GUESSES)
                .mapToObj(i -> present("198.51.100.9", expired))
                .toList();
        Response guess = present("198.51.100.9", forged);

        // Then
        for (Response answer : answers) {
            assertEquals(401, answer.statusCode(), answer.asString());
            assertProblem(answer, "UNAUTHENTICATED");
        }
        assertEquals(429, guess.statusCode(), "its signature does not hold: a guess like any other");
    }

    @Test
    void tokensThatExpireUseUpNobodysGuesses() {
        // Given
        long yesterday = Instant.now().getEpochSecond() - 86_400;
        String expired = Persona.of("forgetful", "440703", "READER")
                .with("iat", yesterday)
                .with("exp", yesterday + 60)
                .token();

        // When
        for (int i = 0; i < 2 * GUESSES; i++) {
            present("198.51.100.10", expired);
        }

        // Then
        assertEquals(401, guess("198.51.100.10", 1).getFirst());
    }

    @Test
    void whereTheNewThingIsHoldsForEveryHostAndScheme() {
        // Given
        Api writer = Api.as(Persona.of("behind", "440703", "WRITER"));
        UUID key = UUID.randomUUID();
        Map<String, ?> note = CommandTest.note("behind a proxy " + key);

        // When
        Response created = create(writer, key, note, "suite.example");
        Response repeated = create(writer, key, note, "other.example");

        // Then
        assertEquals("/v1/notes/" + created.path("id"), created.header("Location"));
        assertEquals(created.header("Location"), repeated.header("Location"));
        assertEquals(200, writer.get(created.header("Location")).statusCode());
    }

    private static Response create(Api writer, UUID key, Map<String, ?> note, String host) {
        return writer.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", host)
                .header("Host", host)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(note)
                .post("/v1/notes");
    }

    private static List<Integer> guess(String address, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> present(address, "guess" + i).statusCode())
                .toList();
    }

    private static Response present(String address, String token) {
        return Api.anonymous()
                .request()
                .header("X-Forwarded-For", address)
                .header("Authorization", "Bearer " + token)
                .get("/v1/me");
    }
}

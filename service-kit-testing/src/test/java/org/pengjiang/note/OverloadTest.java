package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** More than the service can take is refused at once, with the time to come back. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(OverloadTest.Small.class)
class OverloadTest {
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.http.max-in-flight", "4",
                    "suite.http.rate-limit.per-second", "1",
                    "suite.http.rate-limit.burst", "20",
                    "suite.http.rate-limit.failures-per-minute", "8");
        }
    }

    @Test
    void tooManyAtOnceAreRefusedAndTheRestAnswered() throws Exception {
        List<Response> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Api client = Api.as(Persona.of("client " + i, "440703", "READER"));
                running.add(pool.submit(() -> client.get("/v1/notes/slow")));
            }
            for (Future<Response> answer : running) {
                answers.add(answer.get());
            }
        }

        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertEquals(
                12 - refused.size(),
                answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertTrue(refused.size() >= 4 && refused.size() <= 8, "refused " + refused.size());
        assertProblem(refused.getFirst(), "UNAVAILABLE");
        assertEquals("1", refused.getFirst().header("Retry-After"));
        assertEquals(
                200,
                Api.as(Persona.of("afterwards", "440703", "READER"))
                        .get("/v1/notes/slow")
                        .statusCode());
    }

    @Test
    void oneClientCannotTakeWhatBelongsToAll() {
        Api greedy = Api.as(Persona.of("greedy " + UUID.randomUUID(), "440703", "READER"));
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(greedy.get("/v1/me"));
        }

        Response refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertProblem(refused, "TOO_MANY_REQUESTS");
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
        assertTrue(answers.stream().filter(answer -> answer.statusCode() == 200).count() >= 20);
        assertEquals(
                200,
                Api.as(Persona.of("modest", "440703", "READER")).get("/v1/me").statusCode());
    }

    /**
     * Behind one gateway all callers have one address: who guesses tokens there shuts out nobody else. No proxy is trusted
     * here: what the guesser says about his address is not believed.
     */
    @Test
    void whoKeepsGuessingTokensWaitsAndNobodyElseAtThatAddressDoes() {
        // Given
        Api honest = Api.as(Persona.of("behind the same gateway", "440703", "READER"));

        // When
        List<Response> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(Api.anonymous()
                    .request()
                    .header("X-Forwarded-For", "198.51.100." + i)
                    .header("Authorization", "Bearer " + i)
                    .get("/v1/me"));
        }

        // Then
        List<Integer> statuses = guesses.stream().map(Response::statusCode).toList();
        long unauthenticated = statuses.stream().filter(status -> status == 401).count();
        // on a busy machine a guess or two more come back while these are sent
        assertTrue(unauthenticated >= 8 && unauthenticated < 12, statuses.toString());
        assertEquals(429, statuses.getLast(), statuses.toString());
        assertProblem(guesses.getLast(), "TOO_MANY_REQUESTS");
        assertTrue(Integer.parseInt(guesses.getLast().header("Retry-After")) >= 1);
        assertEquals(200, honest.get("/v1/me").statusCode());
        assertEquals(401, Api.anonymous().get("/v1/me").statusCode(), "no token is no guess");
    }
}

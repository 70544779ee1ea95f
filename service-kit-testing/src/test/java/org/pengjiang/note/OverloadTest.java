package org.pengjiang.note;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.gates.Gate;

/** More than the service can take is refused at once, with the time to come back. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(OverloadTest.Small.class)
class OverloadTest {
    private static final int CALLERS = 12;
    private static final int IN_FLIGHT = 4;
    private static final int BURST = 20;
    private static final int FAILURES = 8;
    private static final int MOST_CALLS = 500;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What its callers may do is little, and its management port has a token. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.management.open",
                    "true",
                    "suite.management.token",
                    "a-token",
                    "suite.http.max-in-flight",
                    Integer.toString(IN_FLIGHT),
                    "suite.http.rate-limit.per-second",
                    "1",
                    "suite.http.rate-limit.burst",
                    Integer.toString(BURST),
                    "suite.http.rate-limit.failures-per-minute",
                    Integer.toString(FAILURES));
        }
    }

    @Inject
    Gate gate;

    @AfterEach
    void open() {
        gate.open();
    }

    @Test
    void tooManyAtOnceAreRefusedAndTheRestAnswered() throws Exception {
        // Given
        gate.close();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            // When
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Api client = Api.as(Persona.of("client " + i, "440703", "READER"));
                asked.add(threads.submit(() -> client.get("/v1/gates")));
            }
            await().atMost(SOON)
                    .until(() -> asked.stream().filter(Future::isDone).count() == CALLERS - IN_FLIGHT);
            gate.open();

            // Then
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get());
            }
            List<Response> refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 503)
                    .toList();
            assertEquals(CALLERS - IN_FLIGHT, refused.size());
            assertEquals(
                    IN_FLIGHT,
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 200)
                            .count());
            assertProblem(refused.getFirst(), "UNAVAILABLE");
            assertEquals("1", refused.getFirst().header("Retry-After"));
        }
        Api afterwards = Api.as(Persona.of("afterwards", "440703", "READER"));
        await().atMost(SOON).until(() -> afterwards.get("/v1/gates").statusCode() == 200);
    }

    @Test
    void oneClientCannotTakeWhatBelongsToAll() {
        // Given
        Api greedy = Api.as(Persona.of("greedy " + UUID.randomUUID(), "440703", "READER"));

        // When
        List<Response> answers = untilRefused(() -> greedy.get("/v1/me"));

        // Then
        Response refused = answers.getLast();
        assertProblem(refused, "TOO_MANY_REQUESTS");
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
        assertTrue(answers.size() > BURST, "refused after " + answers.size());
        assertTrue(answers.stream().limit(BURST).allMatch(answer -> answer.statusCode() == 200));
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
        AtomicInteger guess = new AtomicInteger();
        List<Response> guesses = untilRefused(() -> Api.anonymous()
                .request()
                .header("X-Forwarded-For", "198.51.100." + guess.get() % 200)
                .header("Authorization", "Bearer " + guess.getAndIncrement())
                .get("/v1/me"));

        // Then
        List<Integer> statuses = guesses.stream().map(Response::statusCode).toList();
        assertTrue(statuses.size() > FAILURES, statuses.toString());
        assertTrue(statuses.stream().limit(statuses.size() - 1).allMatch(status -> status == 401), statuses.toString());
        assertEquals(429, statuses.getLast(), statuses.toString());
        assertProblem(guesses.getLast(), "TOO_MANY_REQUESTS");
        assertTrue(Integer.parseInt(guesses.getLast().header("Retry-After")) >= 1);
        assertEquals(200, honest.get("/v1/me").statusCode());
        assertEquals(401, Api.anonymous().get("/v1/me").statusCode(), "no token is no guess");
    }

    /** What is refused comes back with time: on a busy machine some more requests go before the limit is met. */
    private static List<Response> untilRefused(Supplier<Response> call) {
        List<Response> answers = new ArrayList<>();
        do {
            answers.add(call.get());
        } while (answers.getLast().statusCode() != 429 && answers.size() < MOST_CALLS);
        assertEquals(429, answers.getLast().statusCode());
        return answers;
    }
}

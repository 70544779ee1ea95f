package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;
import static org.pengjiang.note.Limited.BODY_SECONDS;
import static org.pengjiang.note.Limited.IN_FLIGHT;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.gates.Gate;

/** One account holds everything it can, or all come at once: the others are answered, and all is well again at once. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Limited.class)
class ShareTest {
    private static final int OF_ONE_ACCOUNT = 8;
    private static final int READS_OF_ONE_ACCOUNT = 3;
    private static final int OF_REQUESTS = 8;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LOAD = Duration.ofSeconds(8);
    private static final Set<Integer> WANTED = Set.of(200, 201, 429, 503);

    private final Persona greedy = Persona.of("greedy " + UUID.randomUUID(), "440703", "WRITER", "READER");
    private final Api modest = Api.as(Persona.of("modest " + UUID.randomUUID(), "440703", "WRITER", "READER"));
    private final List<Socket> sockets = new ArrayList<>();

    @Inject
    Gate gate;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void everythingIsGivenBack() throws IOException {
        gate.open();
        for (Socket socket : sockets) {
            socket.close();
        }
        await().atMost(SOON).until(() -> inFlight() == 0 && atWork("read") + atWork("command") + atWork("bulk") == 0);
    }

    @Test
    void anAccountWorksWithinItsShareAndTheOthersBesideIt() throws Exception {
        // Given
        gate.close();
        try (ExecutorService threads = Executors.newFixedThreadPool(OF_ONE_ACCOUNT)) {
            List<Future<Response>> held =
                    submit(threads, OF_ONE_ACCOUNT, () -> Api.as(greedy).get("/v1/gates"));
            await().until(() -> held.stream().filter(Future::isDone).count() == OF_ONE_ACCOUNT - READS_OF_ONE_ACCOUNT);

            // When
            List<Response> others = List.of(
                    modest.get("/v1/notes"),
                    modest.post("/v1/notes", CommandTest.note("beside")),
                    modest.get("/v1/me"));

            // Then
            assertEquals(READS_OF_ONE_ACCOUNT, gate.waiting());
            assertEquals(READS_OF_ONE_ACCOUNT, atWork("read"));
            assertEquals(List.of(200, 201, 200), statuses(others));
            gate.open();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : held) {
                answers.add(answer.get());
            }
            assertEquals(
                    READS_OF_ONE_ACCOUNT,
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 200)
                            .count());
            Response refused = answers.stream()
                    .filter(answer -> answer.statusCode() != 200)
                    .findFirst()
                    .orElseThrow();
            assertProblem(refused, "TOO_MANY_REQUESTS");
            assertEquals("1", refused.header("Retry-After"));
        }
    }

    @Test
    void bulkWorkKeepsNobodyElseWaiting() throws Exception {
        // Given
        gate.close();
        Api first = Api.as(Persona.of("exports " + UUID.randomUUID(), "440703", "READER"));
        Api second = Api.as(Persona.of("exports " + UUID.randomUUID(), "440703", "READER"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> held = List.of(
                    threads.submit(() -> first.get("/v1/gates/bulk")),
                    threads.submit(() -> second.get("/v1/gates/bulk")));
            await().until(() -> gate.waiting() == 2);

            // When
            Response third = modest.get("/v1/gates/bulk");
            Response read = modest.get("/v1/notes");

            // Then
            assertEquals(503, third.statusCode());
            assertProblem(third, "UNAVAILABLE");
            assertEquals("1", third.header("Retry-After"));
            assertEquals(200, read.statusCode());
            gate.open();
            assertEquals(
                    List.of(200, 200),
                    statuses(List.of(held.get(0).get(), held.get(1).get())));
        }
    }

    @Test
    void requestsOfEveryKindTogetherLeaveConnectionsForConsumersAndJobs() throws Exception {
        // Given
        gate.close();
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < IN_FLIGHT / 4; i++) {
                Api api = Api.as(Persona.of("kinds " + UUID.randomUUID(), "440703", "WRITER", "READER"));
                asked.addAll(submit(threads, 2, () -> api.get("/v1/gates")));
                asked.addAll(submit(threads, 2, () -> api.post("/v1/gates", null)));
            }

            // When
            await().until(() -> asked.stream().filter(Future::isDone).count() == IN_FLIGHT - OF_REQUESTS);

            // Then
            assertEquals(OF_REQUESTS, gate.waiting());
            assertEquals(OF_REQUESTS, atWork("read") + atWork("command") + atWork("bulk"));
            gate.open();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : asked) {
                statuses.add(answer.get().statusCode());
            }
            assertEquals(
                    OF_REQUESTS,
                    statuses.stream().filter(status -> status == 200).count(),
                    statuses.toString());
            assertEquals(
                    IN_FLIGHT - OF_REQUESTS,
                    statuses.stream().filter(status -> status == 503).count(),
                    statuses.toString());
        }
    }

    @Test
    void slowBodiesTakeOnlyTheirSendersShareAndEndAtTheirDeadline() throws Exception {
        // Given
        for (int i = 0; i < OF_ONE_ACCOUNT; i++) {
            send("POST /v1/notes", "Content-Type: application/json\r\nContent-Length: 400", "{\"title\":\"");
        }
        await().until(() -> inFlight() == OF_ONE_ACCOUNT);

        // When
        Response oneMore = Api.as(greedy).get("/v1/me");
        List<Response> others =
                List.of(modest.get("/v1/notes"), modest.post("/v1/notes", CommandTest.note("meanwhile")));
        List<Integer> ended = trickleUntilAnswered();

        // Then
        assertEquals(429, oneMore.statusCode());
        assertEquals(List.of(200, 201), statuses(others));
        assertTrue(ended.stream().allMatch(status -> status == 408 || status == -1), ended.toString());
        assertTrue(ended.contains(408), ended.toString());
    }

    @Test
    void whoReadsSlowlyHoldsNoPlaceAtWork() throws Exception {
        // Given
        for (int i = 0; i < OF_ONE_ACCOUNT; i++) {
            send("GET /v1/gates/long", "Accept: application/json", "");
        }

        // When
        await().until(() -> inFlight() == OF_ONE_ACCOUNT && atWork("read") == 0);

        // Then
        assertEquals(200, modest.get("/v1/notes").statusCode());
        assertEquals(OF_ONE_ACCOUNT, inFlight(), "the answers are still on their way");
    }

    @Test
    void connectionsThatAskNothingTakeNothing() throws IOException {
        // Given
        for (int i = 0; i < 200; i++) {
            sockets.add(new Socket("127.0.0.1", RestAssured.port));
        }

        // When
        Response answer = modest.get("/v1/notes");

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(0, inFlight());
    }

    @Test
    void threeTimesWhatFitsIsAnsweredOrRefusedAndAfterwardsAllIsWell() throws Exception {
        // Given
        int callers = 3 * IN_FLIGHT;
        Set<Integer> seen = new ConcurrentSkipListSet<>();
        try (LoudLines log = new LoudLines();
                ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            // When
            long end = System.nanoTime() + LOAD.toNanos();
            List<Callable<Void>> work = IntStream.range(0, callers)
                    .mapToObj(i -> Persona.of("crowd " + i % 6, "440703", "WRITER", "READER"))
                    .<Callable<Void>>map(persona -> () -> {
                        Api api = Api.as(persona).offTheSurface();
                        while (System.nanoTime() < end) {
                            seen.add(api.post("/v1/notes", CommandTest.note("crowd " + UUID.randomUUID()))
                                    .statusCode());
                            seen.add(api.get("/v1/notes").statusCode());
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }

            // Then
            await().atMost(SOON)
                    .until(() ->
                            modest.post("/v1/notes", CommandTest.note("after")).statusCode() == 201 && inFlight() == 0);
            assertTrue(WANTED.containsAll(seen), seen.toString());
            assertTrue(seen.contains(201) && seen.contains(503), "the load was too small to say anything: " + seen);
            assertEquals(List.of(), log.seen());
        }
    }

    private List<Future<Response>> submit(ExecutorService threads, int times, Callable<Response> call) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(call)).toList();
    }

    private void send(String line, String headers, String body) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        sockets.add(socket);
        socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
        write(
                socket,
                line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + greedy.token()
                        + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n" + headers + "\r\n\r\n" + body);
    }

    /** One byte each for all, until the service has had enough of all; -1 where it only closed the connection. */
    private List<Integer> trickleUntilAnswered() {
        await().atMost(Duration.ofSeconds(5 * BODY_SECONDS))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    for (Socket socket : sockets) {
                        try {
                            write(socket, "x");
                        } catch (IOException closed) {
                            // it has been answered
                        }
                    }
                    return inFlight() == 0;
                });
        return sockets.stream().map(ShareTest::status).toList();
    }

    private static int status(Socket socket) {
        try {
            String line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            return line.length() < 12 ? -1 : Integer.parseInt(line.substring(9));
        } catch (IOException reset) {
            return -1;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static List<Integer> statuses(Collection<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private double inFlight() {
        return meters.get("suite.http.in.flight").gauge().value();
    }

    private double atWork(String kind) {
        return meters.get("suite.http.at.work").tag("class", kind).gauge().value();
    }
}

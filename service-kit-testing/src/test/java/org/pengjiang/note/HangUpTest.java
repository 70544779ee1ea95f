package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.gates.Gate;

/** A caller who hangs up is no fault of the service: no 500 is counted and no error logged. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Alone.class)
class HangUpTest {
    private static final int CALLERS = 8;

    private final String token = Persona.of("hangs up", "440703", "WRITER").token();

    @Inject
    Gate gate;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void open() {
        gate.open();
    }

    @Test
    void inTheMiddleOfTheBody() throws IOException {
        // Given
        double failedBefore = failed();
        double goneBefore = gone();
        try (LoudLines log = new LoudLines()) {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(
                        send("POST /v1/notes", "Content-Type: application/json\r\nContent-Length: 500", "{\"title\":"));
            }
            await().until(() -> inFlight() >= CALLERS);

            // When
            for (Socket caller : callers) {
                caller.close();
            }

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> gone() - goneBefore == CALLERS && inFlight() == 0);
            assertEquals(failedBefore, failed());
            assertEquals(List.of(), log.seen());
        }
    }

    @Test
    void whileTheServiceWorks() throws IOException {
        // Given
        double failedBefore = failed();
        double goneBefore = gone();
        gate.close();
        try (LoudLines log = new LoudLines()) {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(
                        i % 2 == 0
                                ? send("GET /v1/gates", "A: b", "")
                                : send("POST /v1/gates", "Content-Length: 0", ""));
            }
            await().until(() -> gate.waiting() == CALLERS);

            // When
            for (Socket caller : callers) {
                caller.close();
            }
            await().until(() -> inFlight() == 0);
            gate.open();

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> gone() - goneBefore == CALLERS && gate.waiting() == 0);
            assertEquals(failedBefore, failed());
            assertEquals(List.of(), log.seen());
        }
    }

    @Test
    void whileTheAnswerIsOnItsWay() throws IOException {
        // Given
        double failedBefore = failed();
        double goneBefore = gone();
        try (LoudLines log = new LoudLines()) {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(send("GET /v1/gates/long", "A: b", ""));
            }
            for (Socket caller : callers) {
                assertEquals('H', caller.getInputStream().read(), "the answer has begun");
            }

            // When
            for (Socket caller : callers) {
                caller.close();
            }

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> gone() - goneBefore == CALLERS && inFlight() == 0);
            assertEquals(failedBefore, failed());
            assertEquals(List.of(), log.seen());
        }
    }

    private Socket send(String line, String headers, String body) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n" + headers + "\r\n\r\n" + body)
                        .getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Requests that were counted as a fault of the service. */
    private double failed() {
        return meters.find("http.server.requests").timers().stream()
                .filter(timer -> String.valueOf(timer.getId().getTag("status")).startsWith("5"))
                .mapToLong(Timer::count)
                .sum();
    }

    private double gone() {
        return meters.find("suite.http.hung.up").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double inFlight() {
        return meters.get("suite.http.in.flight").gauge().value();
    }
}

package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;
import static org.pengjiang.note.Limited.MEBIBYTE;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.gates.Gate;

/** An upload goes through a file that is gone when the request is, and there is room for so many and no more. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Limited.class)
class UploadTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Persona writer = Persona.of("uploads " + UUID.randomUUID(), "440703", "WRITER");

    @Inject
    Gate gate;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void nothingIsLeft() throws IOException {
        gate.open();
        await().atMost(SOON).ignoreExceptions().until(() -> bytes() == 0 && files().isEmpty());
    }

    @Test
    void whatAProcessLeftBehindThatIsGoneIsRemovedAtTheStart() {
        assertFalse(Files.exists(Limited.LEFT_BEHIND));
        assertFalse(Files.exists(Limited.LEFT_BEHIND.getParent()));
    }

    @Test
    void theFileIsThereWhileTheOperationWorksAndGoneAfterwards() throws Exception {
        // Given
        gate.close();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Response> upload = threads.submit(() -> upload(Api.as(writer), UUID.randomUUID(), MEBIBYTE));
            await().until(() -> gate.waiting() == 1);

            // When
            List<Path> during = files();
            gate.open();

            // Then
            assertEquals(202, upload.get().statusCode(), upload.get().asString());
            assertEquals(MEBIBYTE, upload.get().<Integer>path("characters"));
            assertEquals(1, during.size());
            await().atMost(SOON).ignoreExceptions().until(() -> files().isEmpty());
        }
    }

    @Test
    void theRepeatOfAnUploadIsKnownByItsDigest() {
        // Given
        UUID key = UUID.randomUUID();
        Api api = Api.as(writer);

        // When
        Response first = upload(api, key, MEBIBYTE);
        Response again = upload(api, key, MEBIBYTE);
        Response other = upload(api, key, MEBIBYTE + 1);

        // Then
        assertEquals(202, first.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(422, other.statusCode());
        assertProblem(other, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aCallerWhoHangsUpLeavesNoFile() throws IOException {
        // Given
        Socket socket = startUpload(2 * MEBIBYTE, MEBIBYTE);
        await().until(() -> files().size() == 1);

        // When
        socket.close();

        // Then
        await().atMost(SOON).ignoreExceptions().until(() -> files().isEmpty() && bytes() == 0);
    }

    @Test
    void whatIsTooLongLeavesNoFile() throws IOException {
        Response refused = upload(Api.as(writer), UUID.randomUUID(), 3 * MEBIBYTE + 1);

        assertEquals(413, refused.statusCode());
        assertEquals(List.of(), files());
    }

    @Test
    void aDiskThatTakesNothingIsNoFaultOfTheServer() throws IOException {
        // Given
        Path folder;
        try (Stream<Path> found = Files.list(Limited.FOLDER)) {
            folder = found.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path aside = Limited.FOLDER.resolve("aside");
        Files.move(folder, aside);
        try {
            // When
            Response refused = upload(Api.as(writer), UUID.randomUUID(), 10);

            // Then
            assertEquals(503, refused.statusCode(), refused.asString());
            assertEquals("1", refused.header("Retry-After"));
        } finally {
            Files.move(aside, folder);
        }
        assertEquals(202, upload(Api.as(writer), UUID.randomUUID(), 10).statusCode());
    }

    @Test
    void oneAccountHasHalfOfTheRoomAndAllTogetherNoMore() throws IOException {
        // Given
        int arrived = 2 * MEBIBYTE - 1;
        try (Socket first = startUpload(2 * MEBIBYTE, arrived);
                Socket second = startUpload(2 * MEBIBYTE, arrived, Persona.of("second", "440703", "WRITER"))) {
            await().atMost(SOON).until(() -> bytes() == 2 * arrived);

            // When
            Response own = upload(Api.as(writer), UUID.randomUUID(), 10);
            Response third = upload(Api.as(Persona.of("third", "440703", "WRITER")), UUID.randomUUID(), 10);

            // Then
            assertEquals(429, own.statusCode(), own.asString());
            assertEquals("1", own.header("Retry-After"));
            assertEquals(503, third.statusCode(), third.asString());
            assertEquals("1", third.header("Retry-After"));
            assertTrue(first.isConnected() && second.isConnected());
        }
    }

    @Test
    void whoAnnouncesMuchAndSendsLittleKeepsNobodyOut() throws IOException {
        // Given
        try (Socket first = startUpload(2 * MEBIBYTE, 10);
                Socket second = startUpload(2 * MEBIBYTE, 10, Persona.of("second", "440703", "WRITER"))) {
            await().atMost(SOON).until(() -> bytes() == 20);

            // When
            Response own = upload(Api.as(writer), UUID.randomUUID(), MEBIBYTE);
            Response third = upload(Api.as(Persona.of("third", "440703", "WRITER")), UUID.randomUUID(), MEBIBYTE);

            // Then
            assertEquals(202, own.statusCode(), own.asString());
            assertEquals(202, third.statusCode(), third.asString());
            assertTrue(first.isConnected() && second.isConnected());
        }
    }

    private static Response upload(Api api, UUID key, int length) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body("x".repeat(length).getBytes(US_ASCII))
                .post("/v1/notes/import");
    }

    private Socket startUpload(int announced, int sent) throws IOException {
        return startUpload(announced, sent, writer);
    }

    private static Socket startUpload(int announced, int sent, Persona persona) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        String head = "POST /v1/notes/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + persona.token()
                + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: text/csv\r\nContent-Length: "
                + announced
                + "\r\n\r\n";
        socket.getOutputStream().write((head + "x".repeat(sent)).getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Limited.FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".upload")).toList();
        }
    }

    private double bytes() {
        return meters.get("suite.http.uploads.bytes").gauge().value();
    }
}

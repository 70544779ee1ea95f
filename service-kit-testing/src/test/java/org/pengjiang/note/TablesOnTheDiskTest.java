package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** A table lies on the disk until its reader has it, and the disk has room for so many bytes of them. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Limited.class)
class TablesOnTheDiskTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Persona slow = Persona.of("reads slowly " + UUID.randomUUID(), "440703", "WRITER");
    private final Persona other = Persona.of("reads tables " + UUID.randomUUID(), "440703", "WRITER");

    @Inject
    MeterRegistry meters;

    @AfterEach
    void nothingIsLeft() {
        await().atMost(SOON).until(() -> bytes() == 0);
    }

    @Test
    void aTableThatIsNotReadCountsForItsAccountAndForAll() throws IOException {
        try (LoudLines log = new LoudLines()) {
            // Given
            try (Socket unread = ask(slow, 20_000)) {
                assertEquals('H', unread.getInputStream().read(), "the answer has begun");
                assertTrue(bytes() > 19 * MEBIBYTE, "bytes: " + bytes());

                // When
                Response ofTheSame = table(slow, 1);
                Response small = table(other, 1);
                Response large = table(other, 15_000);

                // Then
                assertEquals(429, ofTheSame.statusCode());
                assertProblem(ofTheSame, "TOO_MANY_REQUESTS");
                assertEquals(200, small.statusCode());
                assertEquals(503, large.statusCode());
                assertProblem(large, "UNAVAILABLE");
                assertEquals("1", large.header("Retry-After"));
            }

            // When the reader has gone
            await().atMost(SOON).until(() -> bytes() == 0);

            // Then
            assertEquals(200, table(slow, 1).statusCode());
            assertEquals(List.of(), log.seen());
        }
    }

    @Test
    void aTableEndsWhereItTakesTooMuchOfTheDiskAndNamesTheRest() {
        Response table = table(other, 50_000);

        long rows = new String(table.asByteArray(), UTF_8).lines().count() - 1;
        assertEquals(200, table.statusCode());
        assertTrue(rows > 32_000 && rows < 34_000, "rows: " + rows);
        assertTrue(table.header("Link").contains("cursor=more"), table.header("Link"));
    }

    @Test
    void whoAsksForTheHeadAloneLeavesNoTable() {
        assertEquals(
                200,
                Api.as(slow).offTheSurface().request().head("/v1/gates/table").statusCode());

        await().atMost(SOON).until(() -> bytes() == 0);
    }

    private static Response table(Persona reader, int rows) {
        return Api.as(reader).get("/v1/gates/table?width=1024&limit=" + rows);
    }

    /** Takes little of the answer into the buffers of the system. */
    private static Socket ask(Persona reader, int rows) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /v1/gates/table?width=1024&limit=" + rows
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + reader.token()
                                + "\r\n\r\n")
                        .getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private double bytes() {
        return meters.get("suite.http.tables.bytes").gauge().value();
    }
}

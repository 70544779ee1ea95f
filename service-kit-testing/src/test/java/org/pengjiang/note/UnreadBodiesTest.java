package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** A request that is refused while its body is still on its way gives back its place, however often somebody does that. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class UnreadBodiesTest {
    private static final int MORE_THAN_MAY_BE_IN_FLIGHT = 200;

    @TestHTTPResource
    URI service;

    @Inject
    MeterRegistry meters;

    @Test
    void leaveNothingBehind() throws IOException {
        // When
        for (int i = 0; i < MORE_THAN_MAY_BE_IN_FLIGHT; i++) {
            String head = i % 2 == 0 ? "POST /v1/nowhere" : "POST /v1/notes HTTP/1.1\r\nAuthorization: Bearer x";
            String status = refused(head.contains("HTTP") ? head : head + " HTTP/1.1");
            assertTrue(List.of("401", "404", "429").contains(status), status);
        }

        // Then
        Awaitility.await()
                .until(() -> meters.get("suite.http.in.flight").gauge().value() == 0);
        assertEquals(
                200,
                Api.as(Persona.of("comes after them", "440703", "WRITER"))
                        .get("/v1/me")
                        .statusCode());
    }

    private String refused(String head) throws IOException {
        try (Socket connection = new Socket(service.getHost(), service.getPort())) {
            connection.setSoTimeout(10_000);
            connection
                    .getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegun\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            return answer.readLine().split(" ")[1];
        }
    }
}

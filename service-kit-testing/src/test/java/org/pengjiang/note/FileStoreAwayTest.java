package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Files in a bucket whose server takes connections and says nothing: 503 for files, and all else goes on. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(FileStoreAwayTest.InSilentBucket.class)
class FileStoreAwayTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(US_ASCII);

    public static class InSilentBucket implements QuarkusTestProfile {
        /** Held here: a socket that is collected is closed, and then the server refuses instead of saying nothing. */
        private static final ServerSocket SILENT = silent();

        private static ServerSocket silent() {
            try {
                // nobody accepts: the machine takes the connection, and no answer comes
                return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path keys = Files.createDirectories(Path.of("target", "keys-of-tests"));
                Files.writeString(keys.resolve("access-key"), "a-test\n");
                Files.writeString(keys.resolve("secret-key"), "guards-nothing\n");
                return Map.of(
                        "suite.files.store",
                        "S3",
                        "suite.files.s3.endpoint",
                        "http://127.0.0.1:" + SILENT.getLocalPort(),
                        "suite.files.s3.bucket",
                        "suite-files",
                        "suite.files.s3.access-key-file",
                        keys.resolve("access-key").toString(),
                        "suite.files.s3.secret-key-file",
                        keys.resolve("secret-key").toString(),
                        "suite.files.s3.timeout",
                        "200ms");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Persona writer = Persona.of("files " + UUID.randomUUID(), "440703", "WRITER");
    private final Api mine = Api.as(writer);

    @TestHTTPResource(management = true)
    URL management;

    @Test
    void anUploadIsAskedToComeBackAndLeavesNothing() throws SQLException {
        // When
        Response refused = mine.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/pdf")
                .body(PDF)
                .post("/v1/files?name=a.pdf");

        // Then
        assertUnavailable(refused);
        assertEquals(0, count("SELECT count(*) FROM file_reference WHERE uploaded_by = '" + writer.subject() + "'"));
    }

    @Test
    void aPartOfAnUploadIsAskedToComeBackAndTheUploadStandsWhereItStood() {
        // Given
        String upload = tus("Upload-Length", "1000")
                .header("Upload-Metadata", "filename " + Base64.getEncoder().encodeToString("a.pdf".getBytes(US_ASCII)))
                .post("/v1/uploads")
                .header("Location");

        // When
        Response refused = tus("Upload-Offset", "0")
                .contentType("application/offset+octet-stream")
                .body(PDF)
                .patch(upload);

        // Then
        assertUnavailable(refused);
        assertEquals(0, mine.get(upload).<Integer>path("offset"));
    }

    @Test
    void theLastPartIsAskedToComeBackWhenTheOthersCannotBeRead() throws SQLException {
        // Given
        String upload = tus("Upload-Length", Integer.toString(9 + PDF.length))
                .header("Upload-Metadata", "filename " + Base64.getEncoder().encodeToString("a.pdf".getBytes(US_ASCII)))
                .post("/v1/uploads")
                .header("Location");
        String id = upload.substring(upload.length() - 36);
        run("INSERT INTO stored_file (sha256, size, created_at, used_at) VALUES (repeat('cd', 32), 9, now(), now())"
                + " ON CONFLICT DO NOTHING");
        run("INSERT INTO upload_part (upload, position, size, sha256) VALUES ('" + id + "', 0, 9, repeat('cd', 32))");
        run("UPDATE upload SET arrived = 9 WHERE id = '" + id + "'");

        // When
        Response refused = tus("Upload-Offset", "9")
                .contentType("application/offset+octet-stream")
                .body(PDF)
                .patch(upload);

        // Then
        assertUnavailable(refused);
        assertEquals(9, mine.get(upload).<Integer>path("offset"));
    }

    @Test
    void whatIsStoredCannotBeReadForNow() throws SQLException {
        // Given
        UUID file = UUID.randomUUID();
        run("INSERT INTO stored_file (sha256, size, media_type, sniffed_at, created_at, used_at)"
                + " VALUES (repeat('ab', 32), 5, 'image/png', now(), now(), now()) ON CONFLICT DO NOTHING");
        run("INSERT INTO file_reference (id, sha256, name, uploaded_by, uploaded_at) VALUES ('" + file
                + "', repeat('ab', 32), 'a.png', '" + writer.subject() + "', now())");

        // When, then
        assertUnavailable(mine.get("/v1/files/" + file));
        assertUnavailable(mine.get("/v1/files/" + file + "/thumbnail"));
        assertEquals(200, mine.get("/v1/files/" + file + "/details").statusCode());
    }

    @Test
    void theServiceIsReady() {
        Response ready = RestAssured.given()
                .get("http://" + management.getHost() + ":" + management.getPort() + "/q/health/ready");

        assertEquals("UP", ready.path("status"), ready.asString());
    }

    private io.restassured.specification.RequestSpecification tus(String header, String value) {
        return mine.request().header("Tus-Resumable", "1.0.0").header(header, value);
    }

    private static void assertUnavailable(Response answer) {
        assertEquals(503, answer.statusCode(), answer.asString());
        assertProblem(answer, "UNAVAILABLE");
        assertNotNull(answer.header("Retry-After"));
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

package org.pengjiang.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Digest;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * The store of first answers, on the connection of the running transaction.
 *
 * <p>Ages are those of the database, not of the suite's clock: 48 hours are a promise to clients, not a business date.
 */
@ApplicationScoped
class Idempotency {
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(?)";
    private static final String FIND =
            "SELECT request_hash, answer FROM idempotency WHERE request_id = ? AND recorded_at > now() - interval '48 hours'";
    private static final String STORE = """
            INSERT INTO idempotency (request_id, request_hash, answer) VALUES (?, ?, ?)
            ON CONFLICT (request_id) DO UPDATE
               SET request_hash = excluded.request_hash, answer = excluded.answer, recorded_at = excluded.recorded_at
            """;
    private static final String SWEEP = """
            DELETE FROM idempotency WHERE request_id IN (
              SELECT request_id FROM idempotency WHERE recorded_at <= now() - interval '48 hours'
              ORDER BY recorded_at LIMIT 1000)
            """;

    private final Jdbc jdbc;
    private final Encryptor encryptor;

    Idempotency(DataSource database, Encryptor encryptor) {
        this.jdbc = Jdbc.of(database);
        this.encryptor = encryptor;
    }

    /** False while another transaction works on the same request: its row cannot be seen yet, so waiting would not help. */
    boolean claim(byte[] requestId) {
        return jdbc.first(
                        LOCK,
                        row -> row.getBoolean(1),
                        ByteBuffer.wrap(requestId).getLong())
                .orElseThrow();
    }

    Optional<FirstAnswer> find(byte[] requestId) {
        return jdbc.first(
                FIND,
                row -> FirstAnswer.read(row.getBytes(1), encryptor.open(row.getBytes(2), context(requestId))),
                requestId);
    }

    /** The caller holds the claim, so that an expired row is all that can stand in the way. */
    void store(byte[] requestId, FirstAnswer answer) {
        jdbc.update(STORE, requestId, answer.requestHash(), encryptor.seal(answer.write(), context(requestId)));
    }

    /** Forgets what is older than 48 hours, at most a thousand rows; returns how many. */
    int sweep() {
        return jdbc.update(SWEEP);
    }

    private static byte[] context(byte[] requestId) {
        byte[] label = Digest.bytes("idempotency.answer.");
        return ByteBuffer.allocate(label.length + requestId.length)
                .put(label)
                .put(requestId)
                .array();
    }

    /** What a repeat gets again, byte for byte. */
    record FirstAnswer(
            byte[] requestHash,
            int status,
            @Nullable String etag,
            @Nullable String location,
            @Nullable String mediaType,
            byte[] body) {
        byte[] write() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 128);
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeShort(status);
                out.writeUTF(etag == null ? "" : etag);
                out.writeUTF(location == null ? "" : location);
                out.writeUTF(mediaType == null ? "" : mediaType);
                out.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        static FirstAnswer read(byte[] requestHash, byte[] written) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
                int status = in.readShort();
                String etag = in.readUTF();
                String location = in.readUTF();
                String mediaType = in.readUTF();
                return new FirstAnswer(
                        requestHash, status, absent(etag), absent(location), absent(mediaType), in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static @Nullable String absent(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}

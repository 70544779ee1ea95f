package org.pengjiang.kit.cursor;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Digest;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Seals and opens the cursors of every list and of the change feed. A cursor is base64url of a 12-byte seal and a position. The
 * seal covers the list, its order, its filter and the position: a cursor that is cut, invented or of another list is refused
 * before it comes near the database.
 */
@ApplicationScoped
public class Cursors {
    private static final int SEAL_BYTES = 12;

    private final Encryptor encryptor;

    public Cursors(Encryptor encryptor) {
        this.encryptor = encryptor;
    }

    /**
     * Names the list that a cursor belongs to.
     *
     * @param filter every filter value of the request, in a fixed order; null for one that is not given
     */
    public static String list(String order, @Nullable Object... filter) {
        return order + " " + Arrays.toString(lengths(filter));
    }

    /** With its length before each value, two filters that differ never read the same. */
    private static String[] lengths(@Nullable Object... filter) {
        return Arrays.stream(filter)
                .map(value -> value == null ? "-" : String.valueOf(value).length() + ":" + value)
                .toArray(String[]::new);
    }

    public String seal(String list, List<?> position) {
        byte[] content = write(position);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(seal(list, content));
        cursor.writeBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /**
     * The position, with as many values as were sealed.
     *
     * @throws DomainException CURSOR_INVALID for anything that {@link #seal} has not made for this list
     */
    public List<String> open(String list, String cursor) {
        byte[] bytes = bytes(cursor);
        byte[] content = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL_BYTES), seal(list, content))) {
            throw invalid();
        }
        return read(content);
    }

    /** Whether replicas of the release before still run, which do not read every cursor of this one. */
    public boolean serveReplicasBefore() {
        return encryptor.sealsFirstFormat();
    }

    /** The cursor of a list in the order of ids; the release before gave the bare id. */
    public String sealId(String list, UUID id) {
        return serveReplicasBefore() ? id.toString() : seal(list, List.of(id));
    }

    /** Takes the bare id too; CHANGELOG.md says until when. */
    public UUID openId(String list, String cursor) {
        return bareId(cursor).orElseGet(() -> UUID.fromString(open(list, cursor).getFirst()));
    }

    private static Optional<UUID> bareId(String cursor) {
        try {
            return Optional.of(UUID.fromString(cursor))
                    .filter(id -> id.toString().equalsIgnoreCase(cursor));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > SEAL_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    private byte[] seal(String list, byte[] content) {
        byte[] digest = Digest.of(Digest.bytes(list), content);
        return Arrays.copyOf(encryptor.fingerprint("cursor", HexFormat.of().formatHex(digest)), SEAL_BYTES);
    }

    private static byte[] write(List<?> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : position) {
                out.writeUTF(String.valueOf(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] sealed) {
        List<String> position = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed))) {
            while (in.available() > 0) {
                position.add(in.readUTF());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return position;
    }

    private static DomainException invalid() {
        return new DomainException(
                KitProblem.CURSOR_INVALID, List.of(Fault.at("query:cursor", KitProblem.CURSOR_INVALID)));
    }
}

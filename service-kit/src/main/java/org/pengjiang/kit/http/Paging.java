package org.pengjiang.kit.http;

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
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Hands out and takes back cursors. A cursor is base64url of a 12-byte seal and the position; the seal covers the order,
 * the filter and the position, so that a cursor of another list, another filter or of somebody's invention is refused
 * before it comes near the database.
 */
@ApplicationScoped
public class Paging {
    private static final int SEAL_BYTES = 12;

    private final Encryptor encryptor;

    Paging(Encryptor encryptor) {
        this.encryptor = encryptor;
    }

    /**
     * @param filter every filter value of the request, in a fixed order; null for one that is not given
     * @throws DomainException CURSOR_INVALID
     */
    public KeysetPage start(PageRequest request, Keyset order, @Nullable Object... filter) {
        byte[] list = Idempotency.bytes(order.beyond() + " " + Arrays.toString(lengths(filter)));
        List<String> after = request.cursor() == null ? List.of() : decode(request.cursor(), list, order.size());
        return new KeysetPage(order, request.limit(), after, position -> encode(position, list));
    }

    /** With its length before each value, two filters that differ never read the same. */
    private static String[] lengths(@Nullable Object... filter) {
        return Arrays.stream(filter)
                .map(value -> value == null ? "-" : String.valueOf(value).length() + ":" + value)
                .toArray(String[]::new);
    }

    private String encode(List<String> position, byte[] list) {
        byte[] content = write(position);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(seal(list, content));
        cursor.writeBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    private List<String> decode(String cursor, byte[] list, int size) {
        byte[] bytes = bytes(cursor);
        byte[] content = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL_BYTES), seal(list, content))) {
            throw invalid();
        }
        List<String> position = read(content);
        if (position.size() != size) {
            throw invalid();
        }
        return position;
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

    private byte[] seal(byte[] list, byte[] content) {
        byte[] digest = Idempotency.digest(list, content);
        return Arrays.copyOf(encryptor.fingerprint("cursor", HexFormat.of().formatHex(digest)), SEAL_BYTES);
    }

    private static byte[] write(List<String> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String value : position) {
                out.writeUTF(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] content) {
        List<String> position = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            while (in.available() > 0) {
                position.add(in.readUTF());
            }
        } catch (IOException e) {
            throw invalid();
        }
        return position;
    }

    private static DomainException invalid() {
        return new DomainException(
                KitProblem.CURSOR_INVALID, List.of(Fault.at("query:cursor", KitProblem.CURSOR_INVALID)));
    }
}

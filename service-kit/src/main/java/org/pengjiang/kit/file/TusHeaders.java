package org.pengjiang.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.TypedText;

/** The headers of tus 1.0, read strictly and all at once. */
final class TusHeaders {
    static final String VERSION = "1.0.0";
    static final String CHECKSUMS = "sha1,sha256";
    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private static final int LONGEST_NAME = 200;

    private TusHeaders() {}

    /** What a new upload says of itself. */
    record Announced(long length, String name, @Nullable String declaredType) {}

    /** A checksum of one part. */
    record Checksum(String algorithm, byte[] value) {
        MessageDigest digest() {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** @throws DomainException UPLOAD_PROTOCOL_DIFFERS */
    static void requireVersion(@Nullable String resumable) {
        if (!VERSION.equals(resumable)) {
            throw new DomainException(
                    KitProblem.UPLOAD_PROTOCOL_DIFFERS,
                    List.of(Fault.at("header:Tus-Resumable", KitProblem.UPLOAD_PROTOCOL_DIFFERS, VERSION)),
                    VERSION);
        }
    }

    /** @throws DomainException HEADER_INVALID */
    static Announced announced(@Nullable String length, @Nullable String metadata) {
        List<Fault> faults = new ArrayList<>();
        long bytes = number("Upload-Length", length, 1, faults);
        Map<String, String> said = metadata(metadata == null ? "" : metadata, faults);
        String name = TypedText.normalised(said.getOrDefault("filename", ""));
        TypedText text = TypedText.oneLine(name);
        if (text.isBlank() || text.length() > LONGEST_NAME || !text.notAllowed().isEmpty()) {
            faults.add(invalid("Upload-Metadata", "filename dGV4dC5wZGY=, 1..200"));
        }
        refuse(faults);
        return new Announced(bytes, name, said.get("filetype"));
    }

    /** @throws DomainException HEADER_INVALID */
    static long offset(@Nullable String offset) {
        List<Fault> faults = new ArrayList<>();
        long bytes = number("Upload-Offset", offset, 0, faults);
        refuse(faults);
        return bytes;
    }

    /**
     * Null where none is sent.
     *
     * @throws DomainException HEADER_INVALID
     */
    static @Nullable Checksum checksum(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] words = header.strip().split(" +");
        String algorithm = DIGESTS.get(words[0]);
        byte[] value = words.length == 2 ? decoded(words[1]) : null;
        if (algorithm == null || value == null) {
            refuse(List.of(invalid("Upload-Checksum", CHECKSUMS + " + base64")));
        }
        return algorithm == null || value == null ? null : new Checksum(algorithm, value);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new DomainException(
                    KitProblem.HEADER_INVALID,
                    faults,
                    faults.getFirst().arguments().toArray());
        }
    }

    private static Fault invalid(String header, String wanted) {
        return Fault.at("header:" + header, KitProblem.HEADER_INVALID, wanted);
    }

    private static long number(String header, @Nullable String text, long least, List<Fault> faults) {
        if (text == null || !text.matches("0|[1-9][0-9]{0,17}") || Long.parseLong(text) < least) {
            faults.add(invalid(header, header + ": 1048576"));
            return least;
        }
        return Long.parseLong(text);
    }

    /** {@code key base64, key base64}; a key without a value is allowed. */
    private static Map<String, String> metadata(String header, List<Fault> faults) {
        Map<String, String> metadata = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] words = pair.strip().split(" +");
            if (words[0].isEmpty()) {
                continue;
            }
            String value = words.length == 1 ? "" : words.length == 2 ? text(decoded(words[1])) : null;
            if (value == null || metadata.putIfAbsent(words[0], value) != null) {
                faults.add(invalid("Upload-Metadata", "filename dGV4dC5wZGY=,filetype YXBwbGljYXRpb24vcGRm"));
                return metadata;
            }
        }
        return metadata;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable String text(byte @Nullable [] utf8) {
        try {
            return utf8 == null
                    ? null
                    : UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException unreadable) {
            return null;
        }
    }
}

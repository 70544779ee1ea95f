package org.pengjiang.kit.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How sealed bytes begin. Format 1 and 2: the format, the length of a ring key's id, that id. Format 3: the format, the 16
 * bytes of a data key's id. Then come nonce, ciphertext and tag. In format 1, which the first releases wrote, the nonce counts as
 * head when the bytes are authenticated.
 *
 * @param ringKey null in format 3
 * @param dataKey null in format 1 and 2
 */
record SealedHead(
        byte format, @Nullable String ringKey, @Nullable UUID dataKey) {
    static final byte FIRST = 1;
    static final byte UNDER_RING = 2;
    static final byte UNDER_DATA_KEY = 3;

    private static final int DATA_KEY_LENGTH = 17;

    static SealedHead of(byte format, String ringKey) {
        return new SealedHead(format, ringKey, null);
    }

    static SealedHead of(UUID dataKey) {
        return new SealedHead(UNDER_DATA_KEY, null, dataKey);
    }

    /** Empty where this is nothing sealed. */
    static Optional<SealedHead> read(byte[] sealed) {
        if (sealed.length < 2) {
            return Optional.empty();
        }
        return switch (sealed[0]) {
            case FIRST, UNDER_RING ->
                sealed[1] < 1 || sealed.length < 2 + sealed[1]
                        ? Optional.empty()
                        : Optional.of(of(sealed[0], new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII)));
            case UNDER_DATA_KEY -> {
                ByteBuffer bytes = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
                yield sealed.length < DATA_KEY_LENGTH
                        ? Optional.empty()
                        : Optional.of(of(new UUID(bytes.getLong(), bytes.getLong())));
            }
            default -> Optional.empty();
        };
    }

    byte[] bytes() {
        if (dataKey != null) {
            return ByteBuffer.allocate(DATA_KEY_LENGTH)
                    .put(format)
                    .putLong(dataKey.getMostSignificantBits())
                    .putLong(dataKey.getLeastSignificantBits())
                    .array();
        }
        byte[] id = ringKey == null ? new byte[0] : ringKey.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + id.length)
                .put(format)
                .put((byte) id.length)
                .put(id)
                .array();
    }

    /** Where the nonce begins. */
    int length() {
        return bytes().length;
    }

    /** What the tag covers beside the ciphertext. */
    byte[] covered(byte[] sealed, byte[] context) {
        int head = format == FIRST ? length() + AesGcm.NONCE_BYTES : length();
        return AesGcm.joined(Arrays.copyOf(sealed, head), context);
    }
}

package org.pengjiang.kit.log.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * The cursors that the feed gave before it sealed them; CHANGELOG.md says until when they are read. They carry a checksum and no
 * seal, so a client can invent one, and sees from there on what it may see anyway.
 */
final class FormerFeedCursor {
    private static final byte FORM = 1;
    private static final int BYTES = 1 + 2 * Long.BYTES + Integer.BYTES;

    private FormerFeedCursor() {}

    static String write(FeedCursor place, Set<String> types) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(place.pos())
                .putLong(place.seq())
                .putInt(checksum(place, types))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for whatever is no such cursor of these types. */
    static Optional<FeedCursor> read(String cursor, Set<String> types) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.remaining() != BYTES || bytes.get() != FORM) {
            return Optional.empty();
        }
        FeedCursor place = new FeedCursor(bytes.getLong(), bytes.getLong());
        boolean fits = place.pos() >= 0 && place.seq() >= 0 && bytes.getInt() == checksum(place, types);
        return fits ? Optional.of(place) : Optional.empty();
    }

    private static int checksum(FeedCursor place, Set<String> types) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(place.pos())
                .putLong(place.seq())
                .flip());
        sum.update(String.join(",", new TreeSet<>(types)).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}

package org.pengjiang.kit.log.feed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** A place in the log, opaque to the client and valid for one set of types alone. */
record FeedCursor(long pos, long seq) {
    private static final byte FORM = 1;
    private static final int BYTES = 1 + 2 * Long.BYTES + Integer.BYTES;

    static final FeedCursor BEGINNING = new FeedCursor(0, 0);

    String encode(Set<String> types) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(pos)
                .putLong(seq)
                .putInt(checksum(types))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws DomainException CURSOR_INVALID for anything that {@link #encode} has not made for these types */
    static FeedCursor decode(@Nullable String text, Set<String> types) {
        if (text == null) {
            return BEGINNING;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            boolean known = bytes.remaining() == BYTES && bytes.get() == FORM;
            FeedCursor cursor = new FeedCursor(bytes.getLong(), bytes.getLong());
            if (known && cursor.pos >= 0 && cursor.seq >= 0 && bytes.getInt() == cursor.checksum(types)) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
        throw invalid();
    }

    private int checksum(Set<String> types) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(pos).putLong(seq).flip());
        sum.update(String.join(",", new TreeSet<>(types)).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private static DomainException invalid() {
        return new DomainException(
                KitProblem.CURSOR_INVALID, List.of(Fault.at("query:cursor", KitProblem.CURSOR_INVALID)));
    }
}

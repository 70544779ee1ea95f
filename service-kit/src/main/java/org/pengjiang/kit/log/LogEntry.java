package org.pengjiang.kit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log, as it is stored.
 *
 * @param party who may see it beside the division, for {@link Audience#PARTY} alone
 * @param subjectVersion 1, 2, 3 … over all rows of the subject
 * @param publishedVersion 1, 2, 3 … over its published rows; absent for a row that stays in the service
 * @param occurredAt cut to microseconds, which is what the database keeps
 * @param data the event as JSON text
 * @param previousHash the hash of the subject's row before this one; absent for its first
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogEntry(
        UUID id,
        String type,
        Audience audience,
        @Nullable String party,
        String subjectType,
        UUID subject,
        long subjectVersion,
        @Nullable Long publishedVersion,
        String division,
        String actor,
        String actorRole,
        Instant occurredAt,
        String data,
        byte @Nullable [] privateData,
        @Nullable String traceParent,
        byte @Nullable [] previousHash) {

    private static final String FORM = "event_log 1";

    /** SHA-256 over every field with its length before it, so that no two rows read the same. */
    public byte[] hash() {
        return new Fields()
                .add(FORM)
                .add(previousHash)
                .add(id.toString())
                .add(type)
                .add(audience.name())
                .add(party)
                .add(subjectType)
                .add(subject.toString())
                .add(Long.toString(subjectVersion))
                .add(publishedVersion == null ? null : publishedVersion.toString())
                .add(division)
                .add(actor)
                .add(actorRole)
                .add(occurredAt.getEpochSecond() + "." + occurredAt.getNano() / 1_000)
                .add(data)
                .add(privateData)
                .add(traceParent)
                .digest();
    }

    /** True when this row follows one with that hash: an absent one before the first. */
    public boolean continues(byte @Nullable [] hash) {
        return Arrays.equals(previousHash, hash);
    }

    private static final class Fields {
        private static final int ABSENT = -1;
        private final MessageDigest sha256;

        Fields() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        Fields add(@Nullable String text) {
            return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }

        Fields add(byte @Nullable [] bytes) {
            int length = bytes == null ? ABSENT : bytes.length;
            for (int shift = 24; shift >= 0; shift -= 8) {
                sha256.update((byte) (length >>> shift));
            }
            if (bytes != null) {
                sha256.update(bytes);
            }
            return this;
        }

        byte[] digest() {
            return sha256.digest();
        }
    }
}

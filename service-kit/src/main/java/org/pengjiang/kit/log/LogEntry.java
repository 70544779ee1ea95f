package org.pengjiang.kit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log, as it is stored.
 *
 * @param form how the row is hashed. 1: one party at most, and none of the fields that came with form 2
 * @param parties who may see it beside the division, by credit code
 * @param subjectVersion 1, 2, 3 … over all rows of the subject
 * @param publishedVersion 1, 2, 3 … over its published rows; absent for a row that stays in the service
 * @param aggregateVersion the version that commands are decided on after this row; absent for a row that decides nothing
 * @param occurredAt cut to microseconds, which is what the database keeps
 * @param data the event as JSON text
 * @param partyData what the parties are shown in place of {@code data}; absent when they see the same
 * @param previousHash the hash of the subject's row before this one; absent for its first
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogEntry(
        int form,
        UUID id,
        String type,
        Audience audience,
        List<String> parties,
        String subjectType,
        UUID subject,
        long subjectVersion,
        @Nullable Long publishedVersion,
        @Nullable Long aggregateVersion,
        String division,
        String actor,
        String actorRole,
        Instant occurredAt,
        String data,
        @Nullable String partyData,
        byte @Nullable [] privateData,
        @Nullable String traceParent,
        byte @Nullable [] previousHash) {

    /** How new rows are hashed. */
    public static final int FORM = 2;

    /** SHA-256 over every field with its length before it, so that no two rows read the same. */
    public byte[] hash() {
        Fields fields = new Fields()
                .add("event_log " + form)
                .add(previousHash)
                .add(id.toString())
                .add(type)
                .add(audience.name());
        if (form == 1) {
            fields.add(parties.isEmpty() ? null : parties.getFirst());
        } else {
            fields.add(Integer.toString(parties.size()));
            parties.forEach(fields::add);
        }
        fields.add(subjectType)
                .add(subject.toString())
                .add(Long.toString(subjectVersion))
                .add(text(publishedVersion));
        if (form > 1) {
            fields.add(text(aggregateVersion));
        }
        fields.add(division)
                .add(actor)
                .add(actorRole)
                .add(occurredAt.getEpochSecond() + "." + occurredAt.getNano() / 1_000)
                .add(data);
        if (form > 1) {
            fields.add(partyData);
        }
        return fields.add(privateData).add(traceParent).digest();
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
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

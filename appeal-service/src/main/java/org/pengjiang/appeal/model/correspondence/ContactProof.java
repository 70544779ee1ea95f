package org.pengjiang.appeal.model.correspondence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody tried to reach the enterprise.
 *
 * @param answered the call was taken, the message read or answered, the visit signed for
 * @param seconds how long they talked
 * @param proof the record of the call, the message or the signed visit
 * @param reused the record was given before: for the enterprise on the same day, or for another one in the days before
 */
public record ContactProof(
        ContactChannel channel,
        boolean answered,
        @Nullable Integer seconds,
        @Nullable String proof,
        @Nullable String note,
        boolean reused) {
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    public ContactProof(
            ContactChannel channel,
            boolean answered,
            @Nullable Integer seconds,
            @Nullable String proof,
            @Nullable String note) {
        this(channel, answered, seconds, proof, note, false);
    }

    ContactProof again() {
        return new ContactProof(channel, answered, seconds, proof, note, true);
    }

    /** Letters and digits alone, wide or narrow: how somebody types a number makes no other record of it. A text without a digit is none. */
    public @Nullable String recordNumber() {
        if (!answered || proof == null) {
            return null;
        }
        String record = Normalizer.normalize(proof, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
        return DIGIT.matcher(record).find() ? record : null;
    }

    /** An attempt counts as a contact when somebody can check it; a machine's answer never does, nor a call that is too short. */
    public boolean isVerified(int shortestCallSeconds) {
        boolean proven = recordNumber() != null;
        return switch (channel) {
            case CALL -> proven && seconds != null && seconds >= shortestCallSeconds;
            case MESSAGE, VISIT -> proven;
        };
    }
}

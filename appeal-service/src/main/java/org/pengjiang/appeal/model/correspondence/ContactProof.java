package org.pengjiang.appeal.model.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * How somebody tried to reach the enterprise.
 *
 * @param answered the call was taken, the message read or answered, the visit signed for
 * @param seconds how long they talked
 * @param proof the record of the call, the message or the signed visit
 * @param reused the record was given for another contact with the enterprise on the same day
 */
public record ContactProof(
        ContactChannel channel,
        boolean answered,
        @Nullable Integer seconds,
        @Nullable String proof,
        @Nullable String note,
        boolean reused) {
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

    /** An attempt counts as a contact when somebody can check it; a machine's answer never does, nor a call that is too short. */
    public boolean isVerified(int shortestCallSeconds) {
        boolean proven = answered && proof != null && !proof.isBlank();
        return switch (channel) {
            case CALL -> proven && seconds != null && seconds >= shortestCallSeconds;
            case MESSAGE, VISIT -> proven;
        };
    }
}

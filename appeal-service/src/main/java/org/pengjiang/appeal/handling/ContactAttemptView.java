package org.pengjiang.appeal.handling;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.correspondence.ContactAttempt;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.kit.identity.NamedAccount;

/** One attempt to reach the enterprise. */
record ContactAttemptView(
        int seq,
        int round,
        ContactChannel channel,
        boolean verified,
        @Nullable Integer seconds,
        @Nullable String proof,

        @Schema(
                description =
                        "The same record was given before: for the enterprise on this day, or for another one in the days that the setting proofs says 凭据重复使用")
        boolean proofReused,

        @Nullable String note,
        @NamedAccount String account,
        Instant recordedAt) {
    static ContactAttemptView of(ContactAttempt attempt, FreeText text) {
        return new ContactAttemptView(
                attempt.seq(),
                attempt.round(),
                attempt.channel(),
                attempt.isVerified(),
                attempt.seconds().orElse(null),
                attempt.proof().map(text::of).orElse(null),
                attempt.isReused(),
                attempt.note().map(text::of).orElse(null),
                attempt.account(),
                attempt.recordedAt());
    }
}

package org.pengjiang.appeal.handling;

import java.time.Instant;
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
                attempt.note().map(text::of).orElse(null),
                attempt.account(),
                attempt.recordedAt());
    }
}

package org.pengjiang.appeal.calling;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.evaluation.CallOutcome;
import org.pengjiang.appeal.model.evaluation.Callback;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.CallbackAttempt;
import org.pengjiang.appeal.model.evaluation.CallbackOccasion;
import org.pengjiang.appeal.model.evaluation.CallbackStatus;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.kit.identity.NamedAccount;

/** One call-back about the reply of a round, with its attempts. */
record CallbackView(
        int seq,
        int round,
        CallbackOccasion occasion,
        CallbackStatus status,
        Instant openedAt,

        @Schema(description = "until when somebody has to call; absent where nobody has to any more 回访时限") @Nullable Instant dueAt,

        @Nullable Instant endedAt,
        @Nullable Solved solved,
        @Nullable Integer stars,
        @Nullable String reasons,

        @Schema(description = "another answer to the round counted already 已有先到评价") @Nullable Boolean superseded,

        List<Attempt> attempts) {

    /** One attempt. */
    record Attempt(
            int number,
            CallOutcome outcome,
            @Nullable String recording,
            @Nullable String note,
            @NamedAccount String account,
            Instant calledAt) {}

    static CallbackView of(Callback callback, List<CallbackAttempt> attempts, Appeal appeal, FreeText text) {
        CallbackAnswer answer = callback.answer().orElse(null);
        return new CallbackView(
                callback.seq(),
                callback.round(),
                callback.occasion(),
                callback.status(),
                callback.openedAt(),
                callback.isOpen()
                        ? appeal.clock(callback.clockId())
                                .flatMap(SlaClock::dueAt)
                                .orElse(null)
                        : null,
                callback.endedAt().orElse(null),
                answer == null ? null : answer.solved(),
                answer == null ? null : Integer.valueOf(answer.stars()),
                answer == null || answer.reasons() == null ? null : text.of(answer.reasons()),
                answer == null ? null : Boolean.valueOf(callback.isSuperseded()),
                numbered(attempts, text));
    }

    private static List<Attempt> numbered(List<CallbackAttempt> attempts, FreeText text) {
        return attempts.stream()
                .map(attempt -> new Attempt(
                        1 + attempts.indexOf(attempt),
                        attempt.outcome(),
                        attempt.recording().map(text::of).orElse(null),
                        attempt.note().map(text::of).orElse(null),
                        attempt.account(),
                        attempt.calledAt()))
                .toList();
    }
}

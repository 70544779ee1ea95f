package org.pengjiang.appeal.casefile;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Progress;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundCause;
import org.pengjiang.appeal.model.lifecycle.RoundResult;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.round.AppealRound;
import org.pengjiang.appeal.model.round.RoundBeginning;
import org.pengjiang.appeal.model.round.TimeTaken;

/**
 * One round of an appeal.
 *
 * @param level how high the supervision stood when it began; offices alone read it
 * @param signedAutomatically offices alone read it
 * @param unit who answered for it at its end
 * @param result absent while it goes on, and so is how long everything took
 */
record RoundView(
        int round,
        RoundCause cause,
        @Nullable Integer level,
        @Nullable String unit,
        Instant beganAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant signedAt,
        @Nullable Boolean signedAutomatically,
        @Nullable Instant contactedAt,
        @Nullable Instant repliedAt,
        @Nullable Instant endedAt,
        @Nullable RoundResult result,
        @Nullable ClosedBy closedBy,
        @Nullable Duration toContact,
        @Nullable Duration toReply,
        @Nullable Duration toEnd,
        @Nullable OrderedBy orderedBy,

        @Schema(description = "of whoever had it begin 理由") @Nullable String reason) {

    /** Who had it begin, as the reader may know it; absent of the first round and of a rework by a bad rating. */
    record Order(OrderedBy by, @Nullable String reason) {}

    /** In whole minutes from the beginning of the round on. */
    record Duration(
            long minutes,

            @Schema(description = "in working time; absent of rounds that ended before it was kept 工作时间分钟数") @Nullable Long workingMinutes) {
        static @Nullable Duration of(@Nullable TimeTaken taken) {
            return taken == null ? null : new Duration(taken.minutes(), taken.workingMinutes());
        }
    }

    static RoundView of(AppealRound past, boolean supervision, @Nullable Order order) {
        return new RoundView(
                past.round(),
                past.cause(),
                supervision ? past.level() : null,
                past.unitCode().orElse(null),
                past.beganAt(),
                past.acceptedAt().orElse(null),
                past.dispatchedAt().orElse(null),
                past.signedAt().orElse(null),
                supervision ? Boolean.valueOf(past.signedAutomatically()) : null,
                past.contactedAt().orElse(null),
                past.repliedAt().orElse(null),
                past.endedAt(),
                past.result(),
                past.closedBy().orElse(null),
                Duration.of(past.toContact().orElse(null)),
                Duration.of(past.toReply().orElse(null)),
                Duration.of(past.toEnd()),
                order == null ? null : order.by(),
                order == null ? null : order.reason());
    }

    /** The one that has no row: it goes on, or a replica of the release before has closed it. */
    static RoundView present(Appeal appeal, boolean supervision, @Nullable Order order) {
        Progress progress = appeal.progress();
        RoundBeginning began = RoundBeginning.of(appeal);
        return new RoundView(
                appeal.round(),
                began.cause(),
                supervision ? began.level() : null,
                appeal.handler().map(Handler::accountableUnit).orElse(null),
                began.at(),
                began.cause() == RoundCause.FILED ? progress.acceptedAt().orElse(null) : null,
                progress.dispatchedAt().orElse(null),
                progress.signedAt().orElse(null),
                supervision ? Boolean.valueOf(progress.signedAutomatically()) : null,
                progress.contactedAt().orElse(null),
                progress.repliedAt().orElse(null),
                progress.closedAt().orElse(null),
                progress.closedAt().isPresent() ? RoundResult.CLOSED : null,
                progress.closedBy().orElse(null),
                null,
                null,
                null,
                order == null ? null : order.by(),
                order == null ? null : order.reason());
    }
}

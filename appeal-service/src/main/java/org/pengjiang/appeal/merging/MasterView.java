package org.pengjiang.appeal.merging;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.merging.FollowerRating;
import org.pengjiang.appeal.model.merging.Merging;

/**
 * The appeal that another one follows, as whoever follows reads it: how it stands and what was answered, and nothing of whose it is.
 *
 * @param reply the newest one that was delivered, without its files
 * @param rating of whoever follows
 */
record MasterView(
        UUID masterId,
        @Schema(examples = "A-440703-2026-0001") String masterNo,
        Instant mergedAt,
        AppealState state,
        String stateNameZh,
        boolean open,
        int round,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,
        @Nullable MasterReply reply,
        @Nullable MasterRating rating) {

    /** What was answered. */
    record MasterReply(
            ReplyResult result,
            String publicText,
            @Nullable String legalBasis,
            @Nullable String recourse,
            @Nullable Instant deliveredAt) {
        static MasterReply of(Reply reply) {
            return new MasterReply(
                    reply.result(),
                    reply.publicText(),
                    reply.legalBasis().orElse(null),
                    reply.recourse().orElse(null),
                    reply.reviewedAt().orElse(null));
        }
    }

    /** What whoever follows has said of it. */
    record MasterRating(Solved solved, int stars, @Nullable String comment, Instant ratedAt) {
        static MasterRating of(FollowerRating rating) {
            return new MasterRating(
                    rating.solved(), rating.stars(), rating.comment().orElse(null), rating.ratedAt());
        }
    }

    static MasterView of(Merging merging, Appeal master, @Nullable MasterReply reply, @Nullable MasterRating rating) {
        return new MasterView(
                master.id(),
                master.no(),
                merging.mergedAt(),
                master.state(),
                master.state().nameZh(),
                master.isOpen(),
                master.round(),
                master.progress().repliedAt().orElse(null),
                master.progress().closedAt().orElse(null),
                reply,
                rating);
    }
}

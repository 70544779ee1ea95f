package org.pengjiang.appeal.evaluating;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.evaluation.LaterRating;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.appeal.model.evaluation.RatingMeans;
import org.pengjiang.appeal.model.evaluation.RatingVerification;
import org.pengjiang.appeal.model.evaluation.Solved;

/**
 * What was said of one round.
 *
 * @param automatic nobody answered within the window
 * @param superseded another answer to the round counted already
 */
record GivenRatingView(
        int round,
        @Nullable Solved solved,
        @Nullable Integer stars,
        @Nullable String comment,
        boolean automatic,
        @Nullable RatingMeans means,
        Instant ratedAt,
        boolean superseded,

        @Schema(description = "of a bad rating; absent until it is verified 核实结论") @Nullable RatingFinding finding,

        @Nullable String findingReason) {

    static GivenRatingView of(Rating rating, @Nullable RatingVerification verified, FreeText text) {
        return new GivenRatingView(
                rating.round(),
                rating.solved().orElse(null),
                rating.stars().orElse(null),
                rating.comment().map(text::of).orElse(null),
                rating.isAutomatic(),
                rating.means().orElse(null),
                rating.ratedAt(),
                false,
                verified == null ? null : verified.finding().orElse(null),
                verified == null ? null : verified.reason().orElse(null));
    }

    static GivenRatingView of(LaterRating later, FreeText text) {
        return new GivenRatingView(
                later.round(),
                later.solved(),
                later.stars(),
                later.comment().map(text::of).orElse(null),
                false,
                RatingMeans.PARTNER,
                later.ratedAt(),
                true,
                null,
                null);
    }
}

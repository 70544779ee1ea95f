package org.pengjiang.appeal.evaluating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.kit.text.LongText;

/**
 * Two questions, asked apart.
 *
 * @param solved whether the matter is solved
 * @param stars how satisfied the enterprise is, 1 to 5
 */
record NewRating(
        @NotNull Solved solved,
        @NotNull @Min(1) @Max(5) Integer stars,
        @Nullable @LongText(max = 1000) String comment) {}

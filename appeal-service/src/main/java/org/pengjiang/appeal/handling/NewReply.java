package org.pengjiang.appeal.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.ReplyResult;
import org.pengjiang.appeal.model.ReplyText;

/**
 * What the enterprise is to be told.
 *
 * @param result SOLVED, PARTLY, NOT, or EXPLAINED where there was nothing to solve
 * @param publicText without numbers of mobile phones or identity cards
 * @param legalBasis and {@code recourse} are due where the result is NOT
 */
record NewReply(
        @NotNull ReplyResult result,
        @NotBlank @Size(max = 4000) String publicText,
        @Nullable @Size(max = 1000) String legalBasis,
        @Nullable @Size(max = 1000) String recourse) {

    ReplyText asText() {
        return new ReplyText(result, publicText.strip(), legalBasis, recourse);
    }
}

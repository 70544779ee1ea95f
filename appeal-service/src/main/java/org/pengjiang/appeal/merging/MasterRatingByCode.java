package org.pengjiang.appeal.merging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.kit.http.CallerInBody;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** A rating by whoever has the number of the appeal that follows, and its query code. */
record MasterRatingByCode(
        @NotNull @KeyString(max = 40) @Schema(description = "of the own appeal 诉求编号", examples = "A-440703-2026-0001")
        String number,

        @NotNull @KeyString(max = 40)
        @Schema(description = "as the answer to the filing said it 查询码", examples = "K7M2-9QXT4-HDNB")
        String queryCode,

        @NotNull @Schema(description = "whether the own matter is solved 是否解决")
        Solved solved,

        @NotNull @Min(1) @Max(5) @Schema(description = "how satisfied the appellant is 满意度")
        Integer stars,

        @Nullable @LongText(max = 1000) String comment)
        implements CallerInBody {

    @Override
    public String caller() {
        return number + ' ' + queryCode;
    }

    NewMasterRating rating() {
        return new NewMasterRating(solved, stars, comment);
    }

    @Override
    public String toString() {
        return number + " with a query code";
    }
}

package org.pengjiang.appeal.waiting;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.http.CallerInBody;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** An answer by whoever has the number of an appeal and its query code. */
record AnswerByCode(
        @NotNull @KeyString(max = 40) @Schema(description = "of the appeal 诉求编号", examples = "A-440703-2026-0001")
        String number,

        @NotNull @KeyString(max = 40)
        @Schema(description = "as the answer to the filing said it 查询码", examples = "K7M2-9QXT4-HDNB")
        String queryCode,

        @NotNull @Schema(description = "which question, as the look-up says it 询问序号", examples = "1")
        Integer question,

        @NotNull @LongText(max = 4000) @Schema(description = "what the appellant answers 回复内容")
        String text)
        implements CallerInBody {

    @Override
    public String caller() {
        return number + ' ' + queryCode;
    }

    @Override
    public String toString() {
        return number + " with a query code";
    }
}

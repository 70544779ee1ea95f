package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.http.CallerInBody;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** An urge by whoever has the number of an appeal and its query code. */
record UrgeByCode(
        @NotNull @KeyString(max = 40) @Schema(description = "of the appeal 诉求编号", examples = "A-440703-2026-0001")
        String number,

        @NotNull @KeyString(max = 40)
        @Schema(description = "as the answer to the filing said it 查询码", examples = "K7M2-9QXT4-HDNB")
        String queryCode,

        @NotNull @LongText(max = 1000) String text)
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

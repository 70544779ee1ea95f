package org.pengjiang.appeal.querycode;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;

/** A number and its query code. */
record QueryByCode(
        @NotNull @KeyString(max = 40)
        @Schema(description = "of an appeal, or of a submission 诉求编号或提交编号", examples = "A-440703-2026-0001")
        String number,

        @NotNull @KeyString(max = 40)
        @Schema(
                description = "as the answer to the filing said it; case, blanks and hyphens make no difference 查询码",
                examples = "K7M2-9QXT4-HDNB")
        String queryCode) {

    @Override
    public String toString() {
        return number + " with a query code";
    }
}

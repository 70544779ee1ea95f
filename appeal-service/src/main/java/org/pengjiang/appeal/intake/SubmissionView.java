package org.pengjiang.appeal.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.view.AppealView;

/** Matters that were handed in together. */
@Schema(name = "Submission")
record SubmissionView(
        @Schema(description = "number of the submission 提交编号", examples = "S-440703-2026-0001")
        String no,

        @Schema(
                description = "to look its appeals up without an account; said in the answer to the filing alone 查询码",
                examples = "K7M2-9QXT4-HDNB")
        @Nullable String queryCode,

        @Schema(description = "one for each matter, oldest first 诉求")
        List<AppealView> appeals) {}

package org.pengjiang.appeal.tracking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.text.LongText;

/**
 * What the enterprise is to be told in the end.
 *
 * @param publicText without numbers of mobile phones or identity cards, like the two below
 * @param legalBasis and {@code recourse} are due where the result is NOT
 */
record FinalReply(
        @NotNull ReplyResult result,
        @NotNull @LongText(max = 4000) String publicText,
        @Nullable @LongText(max = 1000) String legalBasis,
        @Nullable @LongText(max = 1000) String recourse,

        @Size(max = AppealFiles.MOST) @Schema(description = "of files that the caller has uploaded and not attached yet 附件")
        @Nullable List<@NotNull UUID> fileIds) {

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("publicText", publicText);
        if (legalBasis != null) {
            texts.put("legalBasis", legalBasis);
        }
        if (recourse != null) {
            texts.put("recourse", recourse);
        }
        return texts;
    }

    ReplyText asText() {
        return new ReplyText(result, publicText, legalBasis, recourse);
    }
}

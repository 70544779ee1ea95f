package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.text.LongText;

/** What the unit has found or done. */
record CotaskAnswer(
        @NotNull @LongText(max = 4000) String text,

        @Size(max = AppealFiles.MOST) @Schema(description = "of files that the caller has uploaded and not attached yet 附件")
        @Nullable List<@NotNull UUID> fileIds) {}

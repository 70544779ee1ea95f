package org.pengjiang.appeal.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** One matter of a submission; it becomes an appeal of its own. */
record NewMatter(
        @NotNull @OneLine(max = 100) String title,
        @NotNull @LongText(max = 4000) String description,

        @Schema(description = "what the appellant asks for 诉求目的") @Nullable @LongText(max = 500)
        String remedySought,

        @NotNull Nature nature,

        @NotNull @Pattern(regexp = "[A-Z]\\d{2}", message = "{such.as} A04") String category,

        @Nullable Urgency urgency,

        @Schema(description = "where the matter lies, a district or a town; with a project its division is taken 行政区划")
        @Nullable DivisionCode divisionCode,

        @Nullable UUID projectId,

        @Schema(description = "the unit that it is about: it neither handles nor sees it 涉及单位") @Valid NewAppeal.@Nullable AboutUnit aboutUnit,

        @Schema(description = "by default CONFIDENTIAL for a COMPLAINT or REPORT about a unit, else OPEN 保密等级")
        @Nullable ConfidentialityGrade confidentiality,

        @Size(max = AppealFiles.MOST) @Schema(description = "of files that the caller has uploaded and not attached yet 附件")
        @Nullable List<@NotNull UUID> fileIds) {}

package org.pengjiang.appeal.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** What is about to be filed. */
record DuplicateCheck(
        @NotNull @OneLine(max = 100) String title,
        @NotNull @LongText(max = 4000) String description,

        @NotNull @Pattern(regexp = "[A-Z]\\d{2}", message = "{such.as} A04") String category,

        @Schema(description = "credit code of who appeals; an enterprise itself leaves it out 企业") @Nullable Uscc enterprise) {}

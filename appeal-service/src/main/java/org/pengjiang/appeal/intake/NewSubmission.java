package org.pengjiang.appeal.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.kit.text.LongText;

/**
 * Up to four matters of one appellant, handed in together.
 *
 * @param enterprise credit code of whoever appeals; an enterprise itself leaves it out
 */
record NewSubmission(
        @NotNull @Size(min = 1, max = 4) @Schema(description = "each becomes an appeal 诉求事项")
        List<@NotNull @Valid NewMatter> matters,

        @Nullable Uscc enterprise,

        @Schema(description = "name of who appeals, and who it is without a credit code 诉求人") @Valid @Nullable NewAppellant appellant,

        @NotNull @Valid Contact contact,

        @Schema(description = "when it really came in, where that was earlier; by offices 收到时间") @Nullable Instant receivedAt,

        @Nullable @LongText(max = 200) String receivedReason) {

    /** Each as if it were filed by itself. */
    List<NewAppeal> appeals() {
        return matters.stream().map(this::appeal).toList();
    }

    private NewAppeal appeal(NewMatter matter) {
        return new NewAppeal(
                matter.title(),
                matter.description(),
                matter.remedySought(),
                matter.nature(),
                matter.category(),
                matter.urgency(),
                matter.divisionCode(),
                matter.projectId(),
                enterprise,
                appellant,
                contact,
                receivedAt,
                receivedReason,
                null,
                null,
                null,
                null,
                matter.aboutUnit(),
                matter.confidentiality(),
                matter.fileIds());
    }
}

package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An appeal that nobody has filed.
 *
 * @param divisionCode where it would lie; with a project, the project's own when it is left out
 */
@Schema(name = "DispatchPreviewRequest")
record PreviewRequest(
        @NotNull @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") @Schema(examples = "A04")
        String category,

        @Nullable @Pattern(regexp = "[0-9]{2,12}", message = "{such.as} 440703") @Schema(examples = "440703101")
        String divisionCode,

        @Nullable UUID projectId,

        @Schema(description = "A day to try it for; today where it is left out", examples = "2027-01-01") @Nullable LocalDate on) {}

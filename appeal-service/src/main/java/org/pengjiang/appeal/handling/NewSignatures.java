package org.pengjiang.appeal.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Appeals to sign for at once. */
record NewSignatures(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid AppealToSign> appeals) {
    /** @param version that was read, as lists show it: the first part of the ETag */
    record AppealToSign(
            @NotNull UUID id,

            @NotNull @Min(0) @Schema(description = "as read, instead of If-Match 版本", examples = "3")
            Long version) {}
}

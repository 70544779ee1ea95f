package org.pengjiang.project.shares;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.project.model.ShareRole;

/**
 * The whole set of shares.
 *
 * @param validFrom today when absent
 * @param ruling who decided so and by which paper; needed once the project is signed
 */
record ShareDemand(
        @Nullable LocalDate validFrom,
        @Nullable @LongText(max = 500) String ruling,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Line> shares) {

    /** @param overlay recognition that never enters a total */
    record Line(
            @NotNull UUID teamId,
            @NotNull ShareRole role,
            @NotNull @Min(0) @Max(10_000) Integer basisPoints,
            boolean overlay) {}
}

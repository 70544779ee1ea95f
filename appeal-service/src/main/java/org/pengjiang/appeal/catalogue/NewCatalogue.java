package org.pengjiang.appeal.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.kit.text.OneLine;

/** The next version of the catalogue: the one before with these changes. */
@Schema(name = "NewCatalogue")
record NewCatalogue(
        @NotNull @Schema(
                description =
                        "In force for what is received from the beginning of this day on; tomorrow or later (施行日期)")
        LocalDate validFrom,

        @NotNull @OneLine(max = 200) @Schema(description = "Number of the document that orders it (文号)")
        String documentNo,

        @Size(max = 500) @Schema(description = "Categories that are added, or stand otherwise from then on (新增或变更)")
        @Nullable List<@Valid @NotNull NewCategory> categories,

        @Size(max = 500) @Schema(description = "Categories that nobody files under from then on (停用)") @Nullable List<@NotNull @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") String> retired) {

    /** A category as it stands in the new version. */
    @Schema(name = "NewCategory")
    record NewCategory(
            @NotNull @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") @Schema(examples = "A04")
            String code,

            @NotNull @OneLine(max = 100) String nameZh,
            @NotNull @OneLine(max = 100) String nameEn,

            @NotNull @Schema(description = "The class of an ordinary request (时限类别)")
            TimeClass timeClass,

            @NotNull @Schema(description = "False where enforcement is judged by law: nobody rates it (是否评价)")
            Boolean rated,

            @Schema(description = "True while the district has not confirmed it (假设)") @Nullable Boolean assumption) {
        boolean isAssumption() {
            return Boolean.TRUE.equals(assumption);
        }
    }

    List<NewCategory> changed() {
        return categories == null ? List.of() : categories;
    }

    List<String> withdrawn() {
        return retired == null ? List.of() : retired;
    }
}

package org.pengjiang.appeal.sources;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.SourceSystem;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/** What of a source system may change. */
record SourceSystemChange(
        @NotNull @OneLine(max = 100) @Schema(description = "name in Chinese 系统中文名")
        String nameZh,

        @NotNull @OneLine(max = 100) @Schema(description = "name in English 系统英文名")
        String nameEn,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "that file for it, each with the role PARTNER 绑定账号")
        List<@NotNull @KeyString(max = 100) String> accounts,

        @NotNull @Schema(description = "first day 启用日期", examples = "2026-09-18")
        LocalDate activeFrom,

        @Schema(description = "last day; what it has filed by then stays its 停用日期") @Nullable LocalDate activeTo) {

    /** @throws DomainException VALUE_UNACCEPTABLE: its last day lies before its first */
    SourceSystem.Description description() {
        if (activeTo != null && activeTo.isBefore(activeFrom)) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE,
                    List.of(Fault.at("/activeTo", AppealProblem.SOURCE_SYSTEM_DAYS_REVERSED)));
        }
        return new SourceSystem.Description(nameZh, nameEn, activeFrom, activeTo);
    }
}

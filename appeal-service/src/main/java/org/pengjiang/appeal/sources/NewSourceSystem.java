package org.pengjiang.appeal.sources;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/** A source system as it is registered. */
record NewSourceSystem(
        @NotNull @KeyString(max = 60)
        @Schema(description = "what its filings name in sourceSystem 系统代码", examples = "12345")
        String code,

        @NotNull @OneLine(max = 100) @Schema(description = "name in Chinese 系统中文名")
        String nameZh,

        @NotNull @OneLine(max = 100) @Schema(description = "name in English 系统英文名")
        String nameEn,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "that file for it, each with the role PARTNER 绑定账号")
        List<@NotNull @KeyString(max = 100) String> accounts,

        @NotNull @Schema(description = "first day 启用日期", examples = "2026-09-18")
        LocalDate activeFrom,

        @Schema(description = "last day; what it has filed by then stays its 停用日期") @Nullable LocalDate activeTo) {

    /** All but the code, which never changes. */
    SourceSystemChange rest() {
        return new SourceSystemChange(nameZh, nameEn, accounts, activeFrom, activeTo);
    }
}

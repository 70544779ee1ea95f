package org.pengjiang.appeal.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.AppellantKind;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/** Who appeals, beside the credit code. */
record NewAppellant(
        @NotNull @Schema(description = "all but ENTERPRISE may come without credit code 诉求人类型")
        AppellantKind kind,

        @NotNull @OneLine(max = 200)
        @Schema(description = "name of the enterprise or association 名称", examples = "范例机械有限公司（虚构）")
        String name,

        @Schema(description = "of FOREIGN_ENTERPRISE: number in its register 境外登记号", examples = "1234567")
        @Nullable @KeyString(max = 60)
        String registerNumber,

        @Schema(description = "of FOREIGN_ENTERPRISE: country of the register, ISO 3166-1 登记国家或地区", examples = "HK")
        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "{such.as} HK") String registerCountry) {}

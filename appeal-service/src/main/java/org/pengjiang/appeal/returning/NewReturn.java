package org.pengjiang.appeal.returning;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.returns.ReturnGrounds;
import org.pengjiang.appeal.model.returns.ReturnReason;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** Why the unit should not have the appeal, and who should. */
record NewReturn(
        @NotNull @Schema(description = "of the list 退单理由") ReturnReason reason,

        @NotNull @LongText(max = 1000) @Schema(description = "in words 退单说明")
        String explanation,

        @NotNull @LongText(max = 1000) @Schema(description = "law, rule or list of duties 法律依据")
        String legalBasis,

        @NotNull @KeyString(max = 60)
        @Schema(description = "code of the unit that should have it 建议承办单位", examples = "440703-ZR")
        String unit) {
    ReturnGrounds asGrounds() {
        return new ReturnGrounds(reason, explanation, legalBasis, unit);
    }
}

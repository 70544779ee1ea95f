package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.pengjiang.appeal.model.screening.RejectionCode;
import org.pengjiang.appeal.model.screening.RejectionGrounds;
import org.pengjiang.kit.text.LongText;

/**
 * Why an appeal is to be rejected, as the enterprise will read it.
 *
 * @param recourse where one can turn instead, or against it
 */
record NewRejection(
        @NotNull RejectionCode code,
        @NotNull @LongText(max = 2000) String reason,
        @NotNull @LongText(max = 1000) String legalBasis,
        @NotNull @LongText(max = 1000) String recourse) {

    Map<String, String> texts() {
        return Map.of("/reason", reason, "/legalBasis", legalBasis, "/recourse", recourse);
    }

    RejectionGrounds asGrounds() {
        return new RejectionGrounds(code, reason, legalBasis, recourse);
    }
}

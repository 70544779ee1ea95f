package org.pengjiang.project.gates;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.project.model.GateWish;
import org.pengjiang.project.model.SkipReason;
import org.pengjiang.project.model.Stage;

/**
 * The wish to enter a stage.
 *
 * @param businessDate when it happened, not when it is entered here
 * @param reason needed where a project goes back
 * @param skipReason only for a gate that passes a stage over
 */
record GateDemand(
        @NotNull Stage to,
        @NotNull LocalDate businessDate,
        @Nullable SkipReason skipReason,
        @Nullable @LongText(max = 500) String reason) {
    GateWish wish() {
        return new GateWish(to, businessDate, skipReason, reason);
    }
}

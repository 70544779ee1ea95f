package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.kit.text.LongText;

/** @param urgency URGENT or ORDINARY, which it is where nothing is said */
record EmergencyRefusal(
        @NotNull @LongText(max = 1000) String reason,
        @Nullable Urgency urgency) {
    Urgency urgencyOrOrdinary() {
        return urgency == null ? Urgency.ORDINARY : urgency;
    }
}

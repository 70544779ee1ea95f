package org.pengjiang.appeal.planning;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.planning.Plan;
import org.pengjiang.kit.identity.NamedAccount;

/** A plan as the enterprise reads it; who of the offices wrote it, the offices alone see. */
record PlanView(
        int seq,
        int round,
        @Schema(description = "办理方案") String text,
        Instant handedInAt,
        @NamedAccount @Nullable String handedInBy) {

    static PlanView of(Plan plan, AppealReader reader) {
        return new PlanView(
                plan.seq(),
                plan.round(),
                reader.text().of(plan.text()),
                plan.handedInAt(),
                reader.isOutsider() ? null : plan.handedInBy());
    }
}

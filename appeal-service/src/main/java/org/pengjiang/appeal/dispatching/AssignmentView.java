package org.pengjiang.appeal.dispatching;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.kit.identity.NamedAccount;

/** One handler's turn at an appeal. */
record AssignmentView(
        int seq,
        int round,
        HandlerKind kind,

        @Schema(description = "of a special class its lead unit 责任单位", examples = "440703101")
        String accountableUnit,

        @Schema(description = "who has named it, or system 分派人") @NamedAccount
        String account,

        Instant assignedAt,
        @Nullable Instant endedAt,

        @Schema(description = "why the centre has taken it from the one before, for those involved 改派理由") @Nullable String reason,

        @Schema(
                description =
                        "what fell due in its time is charged to the centre: its unit should not have had it 逾期责任归派单中心")
        boolean chargedToCentre) {
    static AssignmentView of(Assignment turn, AppealReader reader) {
        return new AssignmentView(
                turn.seq(),
                turn.round(),
                turn.handler().kind(),
                turn.accountableUnit(),
                turn.account(),
                turn.assignedAt(),
                turn.endedAt().orElse(null),
                turn.reason()
                        .filter(why -> reader.shows(FieldView.Field.ATTEMPTS))
                        .map(reader.text()::of)
                        .orElse(null),
                turn.isChargedToCentre());
    }
}

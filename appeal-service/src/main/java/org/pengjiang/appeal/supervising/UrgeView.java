package org.pengjiang.appeal.supervising;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.supervision.Urge;
import org.pengjiang.appeal.model.supervision.Urger;

/** An urge and what became of it. */
@Schema(name = "Urge")
record UrgeView(
        int seq,
        @Schema(description = "as whom 催办方") Urger by,

        @Schema(description = "what the offices write to each other is not for enterprises and partners 催办内容") @Nullable String text,

        Instant urgedAt,

        @Schema(description = "until when the handler answers; not for enterprises and partners 答复期限") @Nullable Instant answerDueAt,

        @Nullable Instant answeredAt,

        @Schema(description = "absent where the reply to the appeal answered it 催办答复") @Nullable String answer) {
    static UrgeView of(Urge urge, Appeal appeal, AppealReader reader) {
        boolean isShown = !reader.isOutsider() || urge.urger().isOfEnterprise();
        return new UrgeView(
                urge.seq(),
                urge.urger(),
                isShown ? reader.text().of(urge.text()) : null,
                urge.urgedAt(),
                reader.shows(FieldView.Field.OFFICE_CLOCKS)
                        ? appeal.clock(urge.clockId()).flatMap(SlaClock::dueAt).orElse(null)
                        : null,
                urge.answeredAt().orElse(null),
                urge.answer().orElse(null));
    }
}

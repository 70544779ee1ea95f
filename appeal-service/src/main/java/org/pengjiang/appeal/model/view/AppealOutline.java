package org.pengjiang.appeal.model.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** How an appeal stands, with no text and no name: for whoever has its query code. */
public record AppealOutline(
        @Schema(examples = "A-440703-2026-0001") String no,
        AppealState state,
        String stateNameZh,
        boolean open,
        int round,
        Instant receivedAt,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,

        @Schema(description = "to the enterprise, of the present round 时限承诺")
        List<Promise> promises,

        @Schema(description = "whether it can be rated now 可评价")
        boolean ratable,

        @Schema(description = "what the appeal waits for; the only text that is shown 待回复的询问") @Nullable OpenQuestion question,

        @Schema(description = "until when it can be reopened; absent where it cannot be now 可重启截止时间") @Nullable Instant reopenableUntil,

        @Schema(description = "how often it was urged 催办次数") int urgeCount) {

    /** A question that can be answered now. */
    public record OpenQuestion(
            int seq,
            String text,

            @Schema(description = "when the appeal goes on without an answer 回复截止时间") @Nullable Instant answerUntil) {}

    /** A dated promise. */
    public record Promise(
            ClockType clock,

            @Schema(description = "absent while the clock is paused or stopped 到期时间") @Nullable Instant dueAt,

            boolean provisional,

            @Schema(description = "absent until it was answered or missed 是否按时") @Nullable Boolean met) {
        static Promise of(SlaClock clock) {
            return new Promise(
                    clock.type(),
                    clock.dueAt().orElse(null),
                    clock.isProvisional(),
                    clock.result().map(ClockResult::met).orElse(null));
        }
    }

    static AppealOutline of(
            Appeal appeal, boolean isRatable, @Nullable OpenQuestion question, @Nullable Instant reopenableUntil) {
        return new AppealOutline(
                appeal.no(),
                appeal.state(),
                appeal.state().nameZh(),
                appeal.isOpen(),
                appeal.round(),
                appeal.filing().receivedAt(),
                appeal.progress().repliedAt().orElse(null),
                appeal.progress().closedAt().orElse(null),
                appeal.clocks().stream()
                        .filter(clock -> clock.round() == appeal.round() && clock.family() == ClockFamily.ENTERPRISE)
                        .map(Promise::of)
                        .toList(),
                isRatable,
                question,
                reopenableUntil,
                appeal.urgeCount());
    }
}

package org.pengjiang.appeal.cooperating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.kit.identity.NamedAccount;

/** A coordination as those involved see it. */
record CoordinationView(
        int seq,
        int round,
        boolean open,
        String purpose,
        String place,
        Instant meetAt,
        @NamedAccount String calledBy,
        Instant calledAt,
        List<CalledUnitView> units,

        @Schema(description = "what came of it; written, it has ended 会商纪要") @Nullable String minutes,

        @NamedAccount @Nullable String minutesBy,
        @Nullable Instant minutesAt) {

    static CoordinationView of(Coordination coordination, List<CalledUnit> called, FreeText text) {
        return new CoordinationView(
                coordination.seq(),
                coordination.round(),
                coordination.isOpen(),
                text.of(coordination.purpose()),
                coordination.place(),
                coordination.meetAt(),
                coordination.calledBy(),
                coordination.calledAt(),
                called.stream().map(unit -> CalledUnitView.of(unit, text)).toList(),
                coordination.minutes().map(text::of).orElse(null),
                coordination.minutesBy().orElse(null),
                coordination.minutesAt().orElse(null));
    }

    /** A unit that was called. */
    record CalledUnitView(
            String unit,
            UUID clockId,
            @Nullable Instant dueAt,
            @Nullable Instant arrivedAt,
            @Nullable String whoCame,

            @Schema(description = "whether it came in time; present once it has come 是否按时到场") @Nullable Boolean inTime,

            @Nullable String declineReason,
            @NamedAccount @Nullable String reportedBy,

            @Schema(description = "of the lead for the unit 主办对协同单位的评分") @Nullable Integer scoreByLead,

            @Schema(description = "of the unit for the lead 协同单位对主办的评分") @Nullable Integer scoreByUnit) {
        static CalledUnitView of(CalledUnit called, FreeText text) {
            return new CalledUnitView(
                    called.unit().code(),
                    called.clock().id(),
                    called.clock().dueAt().orElse(null),
                    called.arrivedAt().orElse(null),
                    called.whoCame().map(text::of).orElse(null),
                    called.arrivedAt().isEmpty()
                            ? null
                            : called.clock().result().map(ClockResult::met).orElse(null),
                    called.declineReason().map(text::of).orElse(null),
                    called.account().orElse(null),
                    called.scoreByLead().orElse(null),
                    called.scoreByUnit().orElse(null));
        }
    }
}

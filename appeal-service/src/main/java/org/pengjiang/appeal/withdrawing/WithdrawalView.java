package org.pengjiang.appeal.withdrawing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.withdrawal.Withdrawal;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.appeal.model.withdrawal.WithdrawnBy;

/** An appeal was taken back. */
record WithdrawalView(
        WithdrawalReason reason,
        @Nullable String text,
        WithdrawnBy by,

        @Schema(description = "where it stood before 撤回前状态") AppealState from,

        Instant withdrawnAt,

        @Schema(description = "call-back asks the appellant; not for enterprises and partners 抽样回访") @Nullable Boolean sampled) {
    static WithdrawalView of(Withdrawal withdrawal, AppealReader reader) {
        return new WithdrawalView(
                withdrawal.reason(),
                withdrawal.note().map(reader.text()::of).orElse(null),
                withdrawal.by(),
                withdrawal.from(),
                withdrawal.withdrawnAt(),
                reader.isOutsider() ? null : (Boolean) withdrawal.isSampled());
    }
}

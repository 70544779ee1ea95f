package org.pengjiang.appeal.withdrawing;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.kit.text.LongText;

/** Why an appeal is taken back. */
record NewWithdrawal(
        @NotNull @Schema(description = "why 撤回原因") WithdrawalReason reason,

        @Nullable @LongText(max = 1000) @Schema(description = "in words; due where the reason is OTHER 补充说明")
        String text) {}

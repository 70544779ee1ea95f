package org.pengjiang.project.model;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** What the amount of a signed agreement is to become, since when, why, and by which paper. */
public record NewAmount(
        @NotNull Yuan agreementAmountYuan,
        @NotNull LocalDate businessDate,
        @NotNull @LongText(max = 500) String reason,
        @NotNull @OneLine(max = 100) String documentNo) {}

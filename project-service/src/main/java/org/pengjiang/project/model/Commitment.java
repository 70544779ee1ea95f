package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** One thing the investor promises in the agreement, with its unit and the day it is due. */
@Embeddable
public record Commitment(
        @NotNull @OneLine(max = 60) @Column(name = "metric") String metric,

        @NotNull @PositiveOrZero @Digits(integer = 16, fraction = 2) @Column(name = "value")
        BigDecimal value,

        @NotNull @OneLine(max = 30) @Column(name = "unit") String unit,
        @NotNull @Column(name = "due_on") LocalDate dueOn,

        @Nullable @LongText(max = 500) @Column(name = "penalty")
        String penalty) {}

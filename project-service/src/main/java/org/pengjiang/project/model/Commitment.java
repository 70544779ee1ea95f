package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing the investor promises in the agreement, with its unit and the day it is due. */
@Embeddable
public record Commitment(
        @NotBlank @Size(max = 60) @Column(name = "metric") String metric,

        @NotNull @PositiveOrZero @Digits(integer = 16, fraction = 2) @Column(name = "value")
        BigDecimal value,

        @NotBlank @Size(max = 30) @Column(name = "unit") String unit,
        @NotNull @Column(name = "due_on") LocalDate dueOn,
        @Nullable @Size(max = 500) @Column(name = "penalty") String penalty) {}

package org.pengjiang.project.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.pengjiang.identifiers.Yuan;

/** What the amount of a signed agreement is to become, since when, why, and by which paper. */
public record NewAmount(
        @NotNull Yuan agreementAmountYuan,
        @NotNull LocalDate businessDate,
        @NotBlank @Size(max = 500) String reason,
        @NotBlank @Size(max = 100) String documentNo) {}

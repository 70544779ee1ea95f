package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Fault;

/**
 * What the investor plans to spend.
 *
 * @param foreignRate yuan per unit of the currency on {@code foreignRateDate}: frozen, so that a later rate moves no old figure
 */
@Embeddable
public record PlannedMoney(
        @Column(name = "planned_total_yuan") @Nullable Yuan plannedTotalYuan,
        @Column(name = "planned_fixed_yuan") @Nullable Yuan plannedFixedYuan,
        @Column(name = "planned_equipment_yuan") @Nullable Yuan plannedEquipmentYuan,
        @Column(name = "registered_capital_yuan") @Nullable Yuan registeredCapitalYuan,

        @Column(name = "foreign_currency") @Nullable @Pattern(regexp = "[A-Z]{3}", message = "{such.as} USD") String foreignCurrency,

        @Column(name = "foreign_amount") @Nullable @Positive @Digits(integer = 16, fraction = 2) BigDecimal foreignAmount,

        @Column(name = "foreign_rate") @Nullable @Positive @Digits(integer = 6, fraction = 6) BigDecimal foreignRate,

        @Column(name = "foreign_rate_date") @Nullable LocalDate foreignRateDate) {

    public static final PlannedMoney UNKNOWN = new PlannedMoney(null, null, null, null, null, null, null, null);

    /** Only the total is known. */
    public static PlannedMoney ofTotal(Yuan total) {
        return new PlannedMoney(total, null, null, null, null, null, null, null);
    }

    void examine(List<Fault> faults) {
        positive("plannedTotalYuan", plannedTotalYuan, faults);
        positive("plannedFixedYuan", plannedFixedYuan, faults);
        positive("plannedEquipmentYuan", plannedEquipmentYuan, faults);
        positive("registeredCapitalYuan", registeredCapitalYuan, faults);
        if (exceeds(plannedFixedYuan, plannedTotalYuan)) {
            faults.add(Fault.at("/money/plannedFixedYuan", ProjectProblem.FIXED_ABOVE_TOTAL));
        }
        if (exceeds(plannedEquipmentYuan, plannedFixedYuan)) {
            faults.add(Fault.at("/money/plannedEquipmentYuan", ProjectProblem.EQUIPMENT_ABOVE_FIXED));
        }
        long given = java.util.stream.Stream.of(foreignCurrency, foreignAmount, foreignRate, foreignRateDate)
                .filter(java.util.Objects::nonNull)
                .count();
        if (given != 0 && given != 4) {
            faults.add(Fault.at("/money/foreignCurrency", ProjectProblem.FOREIGN_INCOMPLETE));
        }
    }

    private static void positive(String field, @Nullable Yuan amount, List<Fault> faults) {
        if (amount != null && !amount.isPositive()) {
            faults.add(Fault.at("/money/" + field, ProjectProblem.AMOUNT_NOT_POSITIVE));
        }
    }

    /** A part without its whole cannot be judged yet. */
    private static boolean exceeds(@Nullable Yuan part, @Nullable Yuan whole) {
        return part != null && whole != null && part.compareTo(whole) > 0;
    }
}

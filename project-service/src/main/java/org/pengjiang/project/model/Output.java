package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Fault;

/** What the project is to yield and to need in a full year: tonnes of coal equivalent, cubic metres, kVA. */
@Embeddable
public record Output(
        @Column(name = "peak_output_yuan") @Nullable Yuan peakOutputYuan,
        @Column(name = "peak_tax_yuan") @Nullable Yuan peakTaxYuan,

        @Column(name = "peak_year") @Nullable @Min(1980) @Max(2200) Integer peakYear,

        @Column(name = "jobs") @Nullable @PositiveOrZero Integer jobs,

        @Column(name = "energy_tce") @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal energyTce,

        @Column(name = "water_m3") @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal waterM3,

        @Column(name = "power_kva") @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal powerKva,

        @Column(name = "gas_m3") @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal gasM3) {

    public static final Output UNKNOWN = new Output(null, null, null, null, null, null, null, null);

    void examine(List<Fault> faults) {
        if (peakOutputYuan != null && peakOutputYuan.isNegative()) {
            faults.add(Fault.at("/output/peakOutputYuan", ProjectProblem.AMOUNT_NEGATIVE));
        }
        if (peakTaxYuan != null && peakTaxYuan.isNegative()) {
            faults.add(Fault.at("/output/peakTaxYuan", ProjectProblem.AMOUNT_NEGATIVE));
        }
    }
}

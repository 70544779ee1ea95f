package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;

/** One version of the entry thresholds. A case keeps the version it was judged by. */
@Entity
@Immutable
@Table(name = "threshold_policy")
public class ThresholdPolicy {
    @Id
    private String version;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column
    private String area;

    @Column(name = "min_total_yuan")
    private Yuan minTotal;

    @Column(name = "min_intensity_wan_mu")
    private BigDecimal minIntensity;

    @Column(name = "min_tax_wan_mu")
    private BigDecimal minTax;

    @Column(name = "min_output_wan_mu")
    private @Nullable BigDecimal minOutput;

    @Column(name = "min_plot_ratio")
    private @Nullable BigDecimal minPlotRatio;

    @Column(name = "leading_group_from_yuan")
    private Yuan leadingGroupFrom;

    @Column(name = "waiver_below_yuan")
    private Yuan waiverBelow;

    @Column(name = "figures_tolerance_bp")
    private int figuresToleranceBasisPoints;

    @Column(name = "document_no")
    private @Nullable String documentNo;

    @Column
    private String note;

    @Column
    private boolean assumption;

    protected ThresholdPolicy() {}

    public String version() {
        return version;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public String area() {
        return area;
    }

    public Yuan minTotal() {
        return minTotal;
    }

    public BigDecimal minIntensity() {
        return minIntensity;
    }

    public BigDecimal minTax() {
        return minTax;
    }

    public @Nullable BigDecimal minOutput() {
        return minOutput;
    }

    public @Nullable BigDecimal minPlotRatio() {
        return minPlotRatio;
    }

    public Yuan leadingGroupFrom() {
        return leadingGroupFrom;
    }

    Yuan waiverBelow() {
        return waiverBelow;
    }

    int figuresToleranceBasisPoints() {
        return figuresToleranceBasisPoints;
    }

    public @Nullable String documentNo() {
        return documentNo;
    }

    public String note() {
        return note;
    }

    public boolean isAssumption() {
        return assumption;
    }
}

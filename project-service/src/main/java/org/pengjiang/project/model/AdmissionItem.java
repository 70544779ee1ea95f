package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One threshold held against the frozen figures. */
@Embeddable
public record AdmissionItem(
        @Column(name = "metric") String metric,
        @Column(name = "value") @Nullable BigDecimal value,
        @Column(name = "required") BigDecimal required,
        @Column(name = "unit") String unit,

        @Enumerated(EnumType.STRING) @Column(name = "outcome")
        ItemOutcome outcome) {

    static AdmissionItem of(String metric, @Nullable BigDecimal value, BigDecimal required, String unit) {
        ItemOutcome outcome = value == null
                ? ItemOutcome.NOT_GIVEN
                : value.compareTo(required) >= 0 ? ItemOutcome.PASSED : ItemOutcome.FAILED;
        return new AdmissionItem(metric, value, required, unit, outcome);
    }

    static AdmissionItem notApplicable(String metric, BigDecimal required, String unit) {
        return new AdmissionItem(metric, null, required, unit, ItemOutcome.NOT_APPLICABLE);
    }
}

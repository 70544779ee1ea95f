package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.pengjiang.appeal.model.policy.TimeClass;

/**
 * As what an appeal is handled. At first it follows from what was filed.
 *
 * @param categoryVersion the catalogue that the category stands in
 * @param policyVersion the time policy of the day of the receipt
 */
@Embeddable
public record Classification(
        String category,
        @Column(name = "category_version") int categoryVersion,

        @Column(name = "time_class") @Enumerated(EnumType.STRING)
        TimeClass timeClass,

        @Column(name = "policy_version") String policyVersion) {}

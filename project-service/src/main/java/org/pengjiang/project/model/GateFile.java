package org.pengjiang.project.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a gate looks at.
 *
 * @param investors those of the project, loaded
 * @param duplicates other live projects that look like the same one
 * @param policy the threshold policy in force on the business date
 */
public record GateFile(
        InvestmentProject project,
        List<Investor> investors,
        List<Duplicate> duplicates,
        ThresholdPolicy policy,
        LocalDate businessDate,
        LocalDate today,
        @Nullable SkipReason skipReason,
        @Nullable String reason) {

    boolean isBlockedByDuplicate() {
        return duplicates.stream().anyMatch(Duplicate::blocks);
    }

    /** Whether the leading group decides instead of the office. */
    boolean isForLeadingGroup() {
        var total = project.money().plannedTotalYuan();
        return total != null && total.compareTo(policy.leadingGroupFrom()) >= 0;
    }
}

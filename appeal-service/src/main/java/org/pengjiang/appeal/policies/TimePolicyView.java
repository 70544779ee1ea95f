package org.pengjiang.appeal.policies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.calendar.TargetUnit;

/** @param assumption true while the district has not confirmed it */
record TimePolicyView(
        String version,
        LocalDate validFrom,
        String note,
        @Nullable String documentNo,
        boolean assumption,
        List<TargetView> targets) {

    /** @param category empty for the whole class */
    record TargetView(
            TimeClass timeClass,
            ClockType clock,
            String category,
            long amount,
            TargetUnit unit,
            boolean rollForward,
            String source) {}

    static TimePolicyView of(TimePolicy policy) {
        return new TimePolicyView(
                policy.version(),
                policy.validFrom(),
                policy.note(),
                policy.documentNo(),
                policy.assumption(),
                policy.targets().stream()
                        .map(target -> new TargetView(
                                target.timeClass(),
                                target.clock(),
                                target.category(),
                                target.target().amount(),
                                target.target().unit(),
                                target.target().rollForward(),
                                target.source()))
                        .toList());
    }
}

package org.pengjiang.appeal.policies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.EscalationRecipient;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/** @param assumption true while the district has not confirmed it */
record TimePolicyView(
        String version,
        LocalDate validFrom,
        String note,
        @Nullable String documentNo,
        boolean assumption,
        List<TargetView> targets,
        List<RungView> rungs) {

    /** @param category empty for the whole class */
    record TargetView(
            TimeClass timeClass,
            ClockType clock,
            String category,
            long amount,
            TargetUnit unit,
            boolean rollForward,
            String source) {}

    /**
     * What happens while nobody answers a clock.
     *
     * @param timeClass absent: every class that has no rungs of its own for the clock
     * @param level in percent of the time up to 100, the due; above it in the order after the due
     * @param afterAmount how long after the due; absent up to the due
     * @param raiseBy how many levels the supervision rises
     * @param raiseTo the level at which the supervision stands at least
     */
    record RungView(
            @Nullable TimeClass timeClass,
            ClockType clock,
            int level,
            @Nullable Long afterAmount,
            @Nullable TargetUnit afterUnit,
            List<EscalationRecipient> tells,
            int raiseBy,
            int raiseTo) {
        static RungView of(TimePolicy.ClassRung said) {
            Rung rung = said.rung();
            Target after = rung.afterDue();
            return new RungView(
                    said.timeClass(),
                    rung.clock(),
                    rung.level(),
                    after == null ? null : Long.valueOf(after.amount()),
                    after == null ? null : after.unit(),
                    rung.tells().stream().sorted().toList(),
                    rung.raiseBy(),
                    rung.raiseTo());
        }
    }

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
                        .toList(),
                policy.rungs().stream().map(RungView::of).toList());
    }
}

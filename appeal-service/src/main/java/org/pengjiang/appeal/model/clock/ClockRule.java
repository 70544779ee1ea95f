package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.PromisedTarget;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/**
 * The rule a clock was started by. Replicas of the release before know fewer units: they read {@code storedUnit} and
 * {@code storedRoll}, which come nearest to the exact unit.
 *
 * @param source whose rule it is
 * @param otherTargets what the policy also asks for and is due later, so that it does not bind
 * @param exactUnit the unit, where replicas of the release before read another one
 * @param cutTo the harder promise whose target binds, because the own ones would be due later
 */
@Embeddable
public record ClockRule(
        @Column(name = "policy_version") String policyVersion,

        @Column(name = "time_class") @Enumerated(EnumType.STRING)
        TimeClass timeClass,

        @Column(name = "target_amount") long amount,

        @Column(name = "target_unit") @Enumerated(EnumType.STRING)
        TargetUnit storedUnit,

        @Column(name = "roll_forward") boolean storedRoll,
        @Column(name = "target_source") String source,

        @Column(name = "other_targets") @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> otherTargets,

        @Column(name = "exact_unit") @Enumerated(EnumType.STRING) @Nullable TargetUnit exactUnit,

        @Column(name = "cut_to") @Enumerated(EnumType.STRING) @Nullable ClockType cutTo) {

    public static ClockRule of(TimePolicy policy, PromisedTarget promised) {
        TimeTarget binding = promised.binding();
        TargetUnit unit = binding.target().unit();
        boolean exact = unit == TargetUnit.NATURAL_DAYS_END || unit == TargetUnit.NATURAL_DAYS_MIDNIGHT;
        return new ClockRule(
                policy.version(),
                binding.timeClass(),
                binding.target().amount(),
                exact ? TargetUnit.NATURAL_DAYS : unit,
                unit == TargetUnit.NATURAL_DAYS_END || binding.target().rollForward(),
                binding.source(),
                promised.others().stream().map(TimeTarget::inWords).toList(),
                exact ? unit : null,
                promised.cutTo().orElse(null));
    }

    /** Of a clock that the policy says nothing of. */
    public static ClockRule of(TimePolicy policy, TimeClass timeClass, ClockPlan plan) {
        Target target = plan.target();
        TargetUnit unit = target.unit();
        boolean exact = unit == TargetUnit.NATURAL_DAYS_END || unit == TargetUnit.NATURAL_DAYS_MIDNIGHT;
        return new ClockRule(
                policy.version(),
                timeClass,
                target.amount(),
                exact ? TargetUnit.NATURAL_DAYS : unit,
                unit == TargetUnit.NATURAL_DAYS_END || target.rollForward(),
                plan.source(),
                List.of(),
                exact ? unit : null,
                null);
    }

    public TargetUnit unit() {
        return exactUnit == null ? storedUnit : exactUnit;
    }

    public boolean rollForward() {
        return exactUnit == null && storedRoll;
    }

    public Target target() {
        return new Target(amount, unit(), rollForward());
    }
}

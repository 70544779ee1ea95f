package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/**
 * The rule a clock was started by.
 *
 * @param source whose rule it is
 * @param otherTargets what the policy also asks for and is due later, so that it does not bind
 */
@Embeddable
public record ClockRule(
        @Column(name = "policy_version") String policyVersion,

        @Column(name = "time_class") @Enumerated(EnumType.STRING)
        TimeClass timeClass,

        @Column(name = "target_amount") long amount,

        @Column(name = "target_unit") @Enumerated(EnumType.STRING)
        TargetUnit unit,

        @Column(name = "roll_forward") boolean rollForward,
        @Column(name = "target_source") String source,

        @Column(name = "other_targets") @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> otherTargets) {

    public static ClockRule of(TimePolicy policy, TimeTarget binding, List<TimeTarget> all) {
        return new ClockRule(
                policy.version(),
                binding.timeClass(),
                binding.target().amount(),
                binding.target().unit(),
                binding.target().rollForward(),
                binding.source(),
                all.stream()
                        .filter(target -> !target.equals(binding))
                        .map(TimeTarget::inWords)
                        .toList());
    }

    public Target target() {
        return new Target(amount, unit, rollForward);
    }
}

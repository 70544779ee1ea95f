package org.pengjiang.appeal.model.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.ClockRule;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.TargetUnit;

/**
 * A clock as it is shown: until when, and by which rule.
 *
 * @param clock CONTACT, RESOLVE, LIMIT or EVALUATION; of the offices ACCEPT, DISPATCH, SIGN or REVIEW
 * @param dueAt the dated promise; absent while the clock is paused or stopped
 * @param provisional rests on days whose notice is not published yet
 * @param originalDueAt when it was due before it got more time; absent where it has got none
 * @param met absent until it was answered or missed
 */
public record ClockSummary(
        UUID id,
        ClockType clock,
        ClockFamily family,
        int round,
        @Nullable String unit,
        Instant startedAt,
        @Nullable Instant dueAt,
        ClockState state,
        boolean provisional,
        String calendarVersion,
        @Nullable Boolean met,
        @Nullable Instant answeredAt,
        Rule rule,
        @Nullable Instant originalDueAt) {

    /**
     * The rule it came from.
     *
     * @param otherTargets what the policy also asks for and is due later
     * @param cutTo the harder promise whose target this is, because the own ones would be due after it
     */
    public record Rule(
            String policy,
            TimeClass timeClass,
            long amount,
            TargetUnit unit,
            boolean rollForward,
            String source,
            List<String> otherTargets,
            @Nullable ClockType cutTo) {
        static Rule of(ClockRule rule) {
            return new Rule(
                    rule.policyVersion(),
                    rule.timeClass(),
                    rule.amount(),
                    rule.unit(),
                    rule.rollForward(),
                    rule.source(),
                    rule.otherTargets(),
                    rule.cutTo());
        }
    }

    /** A window that ran out is no promise that was broken: it has stopped. */
    public static ClockSummary of(SlaClock clock) {
        return new ClockSummary(
                clock.id(),
                clock.type(),
                clock.family(),
                clock.round(),
                clock.unitCode().orElse(null),
                clock.startedAt(),
                clock.dueAt().orElse(null),
                clock.hasRunOut() ? ClockState.STOPPED : clock.state(),
                clock.isProvisional(),
                clock.calendarVersion(),
                clock.hasRunOut() ? null : clock.result().map(ClockResult::met).orElse(null),
                clock.result().map(ClockResult::answeredAt).orElse(null),
                Rule.of(clock.rule()),
                clock.originalDueAt().orElse(null));
    }
}

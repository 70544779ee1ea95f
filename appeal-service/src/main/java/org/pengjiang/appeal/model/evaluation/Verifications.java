package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Each bad rating is before the supervision for some days; what nobody objects to is upheld. */
@ApplicationScoped
public class Verifications {
    private final AppealParts parts;

    public Verifications(AppealParts parts) {
        this.parts = parts;
    }

    /** Of the present round, which was rated badly. */
    void open(Appeal appeal, TimeContext now) {
        SlaClock clock = appeal.start(
                ClockType.VERIFICATION,
                new ClockPlan(
                        now.limits().target(ClockType.VERIFICATION, now.calendar(), now.at()),
                        null,
                        HandlingLimits.SOURCE),
                now);
        parts.add(new RatingVerification(appeal, clock.id()));
    }

    /** @throws DomainException NO_VERIFICATION_DUE */
    public RatingVerification verify(
            Appeal appeal, int round, RatingFinding finding, String reason, String account, TimeContext now) {
        RatingVerification verified = waiting(appeal).stream()
                .filter(open -> open.round() == round)
                .findFirst()
                .orElseThrow(() -> new DomainException(AppealProblem.NO_VERIFICATION_DUE, round));
        verified.find(finding, reason, account, now.at());
        appeal.answer(verified.clockId(), now);
        return verified;
    }

    /** Those whose time has passed. */
    public List<RatingVerification> upholdBySilence(Appeal appeal, TimeContext atDue) {
        List<RatingVerification> passed = of(appeal).stream()
                .filter(RatingVerification::isOpen)
                .filter(open ->
                        appeal.clock(open.clockId()).filter(SlaClock::hasRunOut).isPresent())
                .toList();
        passed.forEach(open -> open.find(RatingFinding.UPHELD, null, "system", atDue.at()));
        return passed;
    }

    /** Those that somebody may still verify. */
    public List<RatingVerification> waiting(Appeal appeal) {
        return of(appeal).stream()
                .filter(RatingVerification::isOpen)
                .filter(open ->
                        appeal.clock(open.clockId()).filter(SlaClock::isOpen).isPresent())
                .toList();
    }

    Set<Integer> misjudgedRounds(Appeal appeal) {
        return of(appeal).stream()
                .filter(verified -> verified.finding()
                        .filter(found -> found == RatingFinding.MISJUDGED)
                        .isPresent())
                .map(RatingVerification::round)
                .collect(Collectors.toSet());
    }

    /** Each has a clock, so that an appeal without one costs no query. */
    public List<RatingVerification> of(Appeal appeal) {
        return appeal.clock(ClockType.VERIFICATION).isPresent()
                ? parts.ofRounds(appeal, RatingVerification.class)
                : List.of();
    }
}

package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Who files an emergency has the dates of one at once; the centre confirms or refuses it within minutes, and its silence confirms. */
@ApplicationScoped
public class Emergencies {
    private final AppealParts parts;
    private final Reclassification reclassification;

    public Emergencies(AppealParts parts, Reclassification reclassification) {
        this.parts = parts;
        this.reclassification = reclassification;
    }

    /** Starts the time of the centre. It is stored by {@link #add}, after the last change of a new appeal. */
    public Optional<EmergencyClaim> claim(Appeal appeal, TimeContext now) {
        if (appeal.filing().urgency() != Urgency.EMERGENCY) {
            return Optional.empty();
        }
        SlaClock clock = appeal.start(
                ClockType.EMERGENCY,
                new ClockPlan(
                        now.limits().target(ClockType.EMERGENCY, now.calendar(), now.at()),
                        null,
                        HandlingLimits.SOURCE),
                now);
        return Optional.of(new EmergencyClaim(appeal, clock.id()));
    }

    public void add(EmergencyClaim claim) {
        parts.add(claim);
    }

    /** @throws DomainException EMERGENCY_DECIDED where nobody claims one, or it is too late */
    public void confirm(Appeal appeal, String account, String why, TimeContext now) {
        EmergencyClaim claim = waiting(appeal, AppealCommand.CONFIRM_EMERGENCY);
        claim.judge(EmergencyOutcome.CONFIRMED, account, why, now.at());
        appeal.answer(claim.clockId(), now);
        appeal.note(AppealCommand.CONFIRM_EMERGENCY, now);
    }

    /**
     * The dates of an emergency stood until now. This is the one lowering that needs no supervisor.
     *
     * @throws DomainException EMERGENCY_DECIDED where nobody claims one, or it is too late
     */
    public Reclassification.Changed refuse(
            Appeal appeal, Classification instead, String account, String why, TimeContext now) {
        EmergencyClaim claim = waiting(appeal, AppealCommand.REFUSE_EMERGENCY);
        claim.judge(EmergencyOutcome.REFUSED, account, why, now.at());
        appeal.answer(claim.clockId(), now);
        appeal.note(AppealCommand.REFUSE_EMERGENCY, now);
        return reclassification.change(
                appeal, instead, new Reclassification.Why(ClassChangeCause.EMERGENCY_REFUSED, why, account), now);
    }

    /**
     * Its time is over, also where the appeal was rejected meanwhile.
     *
     * @return whether nobody had judged it
     */
    public boolean confirmBySilence(Appeal appeal, TimeContext atEnd) {
        Optional<EmergencyClaim> claim = of(appeal).filter(EmergencyClaim::isOpen);
        claim.ifPresent(unjudged -> unjudged.judge(EmergencyOutcome.CONFIRMED_BY_SILENCE, "system", null, atEnd.at()));
        return claim.isPresent();
    }

    private EmergencyClaim waiting(Appeal appeal, AppealCommand command) {
        appeal.require(command);
        return open(appeal).orElseThrow(() -> new DomainException(AppealProblem.EMERGENCY_DECIDED));
    }

    /** The one that the centre may still judge: its clock waits. */
    public Optional<EmergencyClaim> open(Appeal appeal) {
        return of(appeal)
                .filter(claim -> claim.isOpen()
                        && appeal.clock(claim.clockId())
                                .filter(SlaClock::isWaiting)
                                .isPresent());
    }

    /** What was not filed as one costs no query. */
    public Optional<EmergencyClaim> of(Appeal appeal) {
        List<EmergencyClaim> claims =
                appeal.filing().urgency() == Urgency.EMERGENCY ? parts.of(appeal, EmergencyClaim.class) : List.of();
        return claims.stream().findFirst();
    }
}

package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The enterprise objects once to a rejection, and the supervision upholds or dismisses the objection. */
@ApplicationScoped
public class Objections {
    private final AppealParts parts;
    private final Rejections rejections;

    public Objections(AppealParts parts, Rejections rejections) {
        this.parts = parts;
        this.rejections = rejections;
    }

    /** @throws DomainException OBJECTED_BEFORE, OBJECTION_TOO_LATE */
    public Objection object(Appeal appeal, String reason, String account, TimeContext now) {
        appeal.require(AppealCommand.OBJECT_TO_REJECTION);
        if (of(appeal).isPresent()) {
            throw new DomainException(AppealProblem.OBJECTED_BEFORE);
        }
        if (!isInTime(appeal, now.at())) {
            throw new DomainException(AppealProblem.OBJECTION_TOO_LATE);
        }
        SlaClock clock = appeal.start(
                ClockType.OBJECTION_RULING,
                new ClockPlan(
                        now.limits().target(ClockType.OBJECTION_RULING, now.calendar(), now.at()),
                        null,
                        HandlingLimits.SOURCE),
                now);
        Objection objection = new Objection(appeal, 1, reason, clock.id(), account, now.at());
        appeal.note(AppealCommand.OBJECT_TO_REJECTION, now);
        parts.add(objection);
        return objection;
    }

    /** What was promised goes on; the time in between does not count. @throws DomainException NO_OBJECTION_OPEN, FOUR_EYES */
    public Objection uphold(Appeal appeal, String account, String why, TimeContext now) {
        Objection objection = waiting(appeal, AppealCommand.UPHOLD_OBJECTION, account);
        objection.decide(true, account, why, now.at());
        appeal.answer(objection.clockId(), now);
        appeal.advance(AppealCommand.UPHOLD_OBJECTION, AppealState.PENDING_DISPATCH, now);
        return objection;
    }

    /** The rejection stands. @throws DomainException NO_OBJECTION_OPEN, FOUR_EYES */
    public Objection dismiss(Appeal appeal, String account, String why, TimeContext now) {
        Objection objection = waiting(appeal, AppealCommand.DISMISS_OBJECTION, account);
        objection.decide(false, account, why, now.at());
        appeal.answer(objection.clockId(), now);
        appeal.note(AppealCommand.DISMISS_OBJECTION, now);
        return objection;
    }

    private Objection waiting(Appeal appeal, AppealCommand command, String account) {
        appeal.require(command);
        Objection objection = open(appeal).orElseThrow(() -> new DomainException(AppealProblem.NO_OBJECTION_OPEN));
        if (barred(appeal, objection).contains(account)) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
        return objection;
    }

    /** Who may not rule on it: whoever objects, and the two who have rejected the appeal. */
    public Set<String> barred(Appeal appeal, Objection objection) {
        Set<String> accounts = new TreeSet<>(Set.of(objection.askedBy()));
        rejections.newest(appeal).ifPresent(rejection -> {
            accounts.add(rejection.askedBy());
            rejection.decidedBy().ifPresent(accounts::add);
        });
        return accounts;
    }

    public boolean isInTime(Appeal appeal, Instant at) {
        return rejections
                .newest(appeal)
                .flatMap(Rejection::objectionUntil)
                .filter(until -> at.isBefore(until))
                .isPresent();
    }

    public Optional<Objection> open(Appeal appeal) {
        return of(appeal).filter(Objection::isOpen);
    }

    public Optional<Objection> of(Appeal appeal) {
        return parts.newest(appeal, Objection.class);
    }
}

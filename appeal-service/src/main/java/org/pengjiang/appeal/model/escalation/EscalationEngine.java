package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.Breach;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;

/**
 * Fires what the clocks of an appeal have come to, in the order in which it was due, each once and with the moment it was
 * due at. A sweep asks for it, and so does every command before it is carried out: what is late is late, also when the
 * answer comes before the sweep.
 */
@ApplicationScoped
public class EscalationEngine {
    private final Assignments assignments;
    private final Evaluation evaluation;
    private final AppealLog log;

    public EscalationEngine(Assignments assignments, Evaluation evaluation, AppealLog log) {
        this.assignments = assignments;
        this.evaluation = evaluation;
        this.log = log;
    }

    /** @return how many levels fired */
    @Transactional(Transactional.TxType.MANDATORY)
    public int fire(Appeal appeal, TimeContext now) {
        return fire(appeal, now.at(), now);
    }

    /** When the next level of an appeal was due, if one is overdue. */
    public Optional<Instant> overdueSince(Appeal appeal, TimeContext now) {
        return appeal.nextToFire(now.at()).flatMap(SlaClock::nextFireAt);
    }

    /** Only the level that has been overdue longest, so that another appeal may come next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fireNext(Appeal appeal, TimeContext now) {
        fire(appeal, appeal.nextToFire(now.at()).orElseThrow(), now);
    }

    /** Only what was due by a moment before now. */
    int fire(Appeal appeal, Instant by, TimeContext now) {
        int fired = 0;
        Optional<SlaClock> next = appeal.nextToFire(by);
        while (next.isPresent()) {
            fire(appeal, next.get(), now);
            fired++;
            next = appeal.nextToFire(by);
        }
        return fired;
    }

    private void fire(Appeal appeal, SlaClock clock, TimeContext now) {
        int level = clock.nextLevel().orElseThrow();
        if (level < ClockType.DUE) {
            warn(appeal, clock, level, now);
        } else if (clock.type().isPromise()) {
            breach(appeal, clock, now);
        } else {
            closeByWindow(appeal, clock, now);
        }
    }

    private void warn(Appeal appeal, SlaClock clock, int percent, TimeContext now) {
        Instant due = clock.dueAt().orElseThrow();
        boolean provisional = clock.isProvisional();
        Instant moment = appeal.warn(clock, percent, now);
        log.append(
                appeal,
                new ClockWarned(
                        appeal.standing(),
                        clock.id(),
                        clock.type().name(),
                        clock.family().name(),
                        due,
                        provisional,
                        percent,
                        moment));
    }

    private void breach(Appeal appeal, SlaClock clock, TimeContext now) {
        String unitAtDue = clock.dueAt()
                .filter(due -> clock.type() != ClockType.DECISION)
                .flatMap(due -> assignments.unitAt(appeal, due))
                .orElse(null);
        Breach breach = appeal.breach(clock, unitAtDue, now);
        log.append(
                appeal,
                new ClockBreached(
                        appeal.standing(),
                        clock.id(),
                        clock.type().name(),
                        clock.family().name(),
                        breach.dueAt(),
                        breach.isProvisional(),
                        breach.dueAt(),
                        breach.unitAtDue().orElse(null),
                        breach.unitAtDue().isPresent() ? "UNIT" : "CENTRE"));
        if (clock.type() == ClockType.SIGN && appeal.state() == AppealState.DISPATCHED) {
            appeal.advance(AppealCommand.SIGN_AUTOMATICALLY, AppealState.IN_PROGRESS, now.at(breach.dueAt()));
            log.append(appeal, new AppealSigned(appeal.standing(), breach.dueAt(), true, false));
        }
    }

    private void closeByWindow(Appeal appeal, SlaClock clock, TimeContext now) {
        Instant due = evaluation.windowOver(appeal, clock, now);
        evaluation
                .rating(appeal)
                .ifPresent(none ->
                        log.append(appeal, new AppealRated(appeal.standing(), due, none.round(), null, null, true)));
        log.append(
                appeal,
                new AppealClosed(
                        appeal.standing(),
                        due,
                        ClosedBy.WINDOW.name(),
                        evaluation.result(appeal).map(Enum::name).orElse(null)));
    }
}

package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealResumed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** Tells that the promises go on, and when the reply is due now. */
@ApplicationScoped
class LogResumption {
    private final AppealLog log;

    LogResumption(AppealLog log) {
        this.log = log;
    }

    void ofQuestion(Appeal appeal, Question question, String by, TimeContext now) {
        log(appeal, "QUESTION", question.seq(), by, now);
    }

    void ofSuspension(Appeal appeal, Suspension suspension, TimeContext now) {
        log(appeal, suspension.cause().name(), suspension.seq(), "OFFICE", now);
    }

    private void log(Appeal appeal, String cause, int number, String by, TimeContext now) {
        log.append(
                appeal,
                new AppealResumed(
                        appeal.standing(),
                        now.at(),
                        cause,
                        number,
                        by,
                        appeal.clock(ClockType.RESOLVE).flatMap(SlaClock::dueAt).orElse(null)));
    }
}

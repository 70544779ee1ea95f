package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealReplied;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.ClockResult;
import org.pengjiang.appeal.model.ClockType;
import org.pengjiang.appeal.model.DeadlineClock;
import org.pengjiang.appeal.model.Now;
import org.pengjiang.appeal.model.Reply;

/** Tells that the enterprise has its answer. */
@ApplicationScoped
class Deliveries {
    private final AppealLog log;

    Deliveries(AppealLog log) {
        this.log = log;
    }

    void log(Appeal appeal, Reply reply, Now now) {
        boolean inTime = appeal.clock(ClockType.RESOLVE)
                .flatMap(DeadlineClock::result)
                .map(ClockResult::met)
                .orElse(false);
        log.append(
                appeal,
                new AppealReplied(appeal.standing(), now.at(), reply.result().name(), inTime));
    }
}

package org.pengjiang.appeal.replying;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealReplied;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.Punctuality;
import org.pengjiang.appeal.model.appeal.Reply;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** Tells that the enterprise has its answer. */
@ApplicationScoped
class LogReplyDelivered {
    private final AppealLog log;

    LogReplyDelivered(AppealLog log) {
        this.log = log;
    }

    void log(Appeal appeal, Reply reply, TimeContext now) {
        Punctuality punctuality = Punctuality.of(appeal, ClockType.RESOLVE);
        log.append(
                appeal,
                new AppealReplied(
                        appeal.standing(),
                        now.at(),
                        reply.result().name(),
                        punctuality.inTime(),
                        punctuality.unit(),
                        punctuality.chargedTo()));
    }
}

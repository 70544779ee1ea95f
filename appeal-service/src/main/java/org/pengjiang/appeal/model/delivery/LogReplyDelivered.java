package org.pengjiang.appeal.model.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealReplied;
import org.pengjiang.appeal.events.UrgeAnswered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.assignment.Punctuality;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.escalation.PendingRequests;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.supervision.Urges;

/** Tells that the enterprise has its answer, and has whoever has no account called. */
@ApplicationScoped
public class LogReplyDelivered {
    private final Assignments assignments;
    private final Evaluation evaluation;
    private final Urges urges;
    private final PendingRequests requests;
    private final AppealLog log;

    LogReplyDelivered(
            Assignments assignments, Evaluation evaluation, Urges urges, PendingRequests requests, AppealLog log) {
        this.requests = requests;
        this.assignments = assignments;
        this.evaluation = evaluation;
        this.urges = urges;
        this.log = log;
    }

    public void log(Appeal appeal, Reply reply, TimeContext now) {
        evaluation.askByPhone(appeal, now);
        Punctuality punctuality = assignments.punctuality(appeal, ClockType.RESOLVE);
        log.append(
                appeal,
                new AppealReplied(
                        appeal.standing(),
                        now.at(),
                        reply.result().name(),
                        punctuality.inTime(),
                        punctuality.unit(),
                        punctuality.chargedTo()));
        requests.lapse(appeal, now).forEach(lapsed -> log.append(appeal, lapsed));
        urges.answerByReply(appeal, now)
                .ifPresent(urge -> log.append(
                        appeal,
                        new UrgeAnswered(
                                appeal.standing(), urge.seq(), now.at(), true, urges.isAnsweredInTime(appeal, urge))));
    }
}

package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealDecided;
import org.pengjiang.appeal.events.AppealTracked;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.TrackingPlan;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** The leader decides after the last bad rating: a reasoned final reply closes the appeal, or it is tracked by a plan. */
@ApplicationScoped
class DecideAppeal {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final Replies replies;
    private final Trackings trackings;
    private final AppealLog log;

    DecideAppeal(OpenForCommand open, Evaluation evaluation, Replies replies, Trackings trackings, AppealLog log) {
        this.open = open;
        this.evaluation = evaluation;
        this.replies = replies;
        this.trackings = trackings;
        this.log = log;
    }

    @Transactional
    Appeal decide(UUID id, NewDecision said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DECIDE, caller);
        Appeal appeal = context.appeal();
        said.require();
        evaluation.requireDecisionDue(appeal);
        switch (said.outcome()) {
            case FINAL_REPLY -> reply(appeal, said, caller, context.now());
            case TRACKING -> track(appeal, said, caller, context.now());
        }
        return appeal;
    }

    private void reply(Appeal appeal, NewDecision said, Caller caller, TimeContext now) {
        String unit = unit(appeal);
        evaluation.decide(appeal, now);
        Reply reply = replies.deliverFinal(appeal, said.asText(), caller.subject(), now);
        logDecided(appeal, said, reply.result().name(), unit, now);
        log.append(
                appeal,
                new AppealClosed(
                        appeal.standing(),
                        now.at(),
                        ClosedBy.DECISION.name(),
                        evaluation.result(appeal).map(Enum::name).orElse(null)));
    }

    private void track(Appeal appeal, NewDecision said, Caller caller, TimeContext now) {
        String unit = unit(appeal);
        TrackingPlan plan =
                trackings.decide(appeal, AppealCommand.DECIDE, said.plan(), "/tracking", caller.subject(), now);
        logDecided(appeal, said, null, unit, now);
        log.append(
                appeal,
                new AppealTracked(
                        appeal.standing(),
                        now.at(),
                        plan.seq(),
                        trackings.of(appeal, plan).stream()
                                .map(Milestone::dueOn)
                                .toList()));
    }

    private static @Nullable String unit(Appeal appeal) {
        return appeal.handler().map(Handler::accountableUnit).orElse(null);
    }

    private void logDecided(
            Appeal appeal, NewDecision said, @Nullable String result, @Nullable String unit, TimeContext now) {
        log.append(
                appeal,
                new AppealDecided(appeal.standing(), now.at(), said.outcome().name(), result, appeal.round(), unit));
    }
}

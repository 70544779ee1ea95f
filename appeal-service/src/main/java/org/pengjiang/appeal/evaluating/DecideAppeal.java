package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealDecided;
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
import org.pengjiang.kit.identity.Caller;

/** The leader decides after the last bad rating: a reasoned final reply closes the appeal. */
@ApplicationScoped
class DecideAppeal {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final Replies replies;
    private final AppealLog log;

    DecideAppeal(OpenForCommand open, Evaluation evaluation, Replies replies, AppealLog log) {
        this.open = open;
        this.evaluation = evaluation;
        this.replies = replies;
        this.log = log;
    }

    @Transactional
    Appeal decide(UUID id, NewDecision said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DECIDE, caller);
        Appeal appeal = context.appeal();
        TimeContext now = context.now();
        said.requirePublic();
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        evaluation.decide(appeal, now);
        Reply reply = replies.deliverFinal(appeal, said.asText(), caller.subject(), now);
        log(appeal, said, reply, unit, now);
        return appeal;
    }

    private void log(Appeal appeal, NewDecision said, Reply reply, @Nullable String unit, TimeContext now) {
        log.append(
                appeal,
                new AppealDecided(
                        appeal.standing(),
                        now.at(),
                        said.outcome().name(),
                        reply.result().name(),
                        appeal.round(),
                        unit));
        log.append(
                appeal,
                new AppealClosed(
                        appeal.standing(),
                        now.at(),
                        ClosedBy.DECISION.name(),
                        evaluation.result(appeal).map(Enum::name).orElse(null)));
    }
}

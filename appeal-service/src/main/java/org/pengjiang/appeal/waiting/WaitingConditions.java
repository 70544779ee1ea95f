package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** Which of the commands that pause an appeal can be given now. */
@ApplicationScoped
class WaitingConditions implements CommandCondition {
    private final Questions questions;
    private final Suspensions suspensions;
    private final TimeContexts times;

    WaitingConditions(Questions questions, Suspensions suspensions, TimeContexts times) {
        this.questions = questions;
        this.suspensions = suspensions;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return Set.of(
                AppealCommand.ASK_ENTERPRISE,
                AppealCommand.REQUEST_SUSPENSION,
                AppealCommand.SUSPEND,
                AppealCommand.REFUSE_SUSPENSION);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case ASK_ENTERPRISE -> questions.refusal(appeal, times.now(appeal)).isEmpty();
            case REQUEST_SUSPENSION ->
                appeal.progress().isReached() && suspensions.open(appeal).isEmpty();
            default ->
                suspensions
                        .open(appeal)
                        .filter(asked -> !asked.askedBy().equals(caller.subject()))
                        .isPresent();
        };
    }
}

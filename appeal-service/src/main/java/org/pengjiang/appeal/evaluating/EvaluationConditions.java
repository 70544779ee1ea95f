package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LaterRatings;
import org.pengjiang.appeal.model.evaluation.Reopening;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** When the commands on what was answered are offered. */
@ApplicationScoped
class EvaluationConditions implements CommandCondition {
    private final Evaluation evaluation;
    private final Callbacks callbacks;
    private final Verifications verifications;
    private final LaterRatings later;
    private final TimeContexts times;

    EvaluationConditions(
            Evaluation evaluation,
            Callbacks callbacks,
            Verifications verifications,
            LaterRatings later,
            TimeContexts times) {
        this.evaluation = evaluation;
        this.callbacks = callbacks;
        this.verifications = verifications;
        this.later = later;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return EnumSet.of(
                AppealCommand.NOTE_RATING,
                AppealCommand.VERIFY_RATING,
                AppealCommand.CALL_BACK,
                AppealCommand.DECIDE,
                AppealCommand.REOPEN);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case CALL_BACK -> callbacks.answerable(appeal).isPresent() || evaluation.isToBeAskedByPhone(appeal);
            case NOTE_RATING -> later.round(appeal).isPresent();
            case VERIFY_RATING -> !verifications.waiting(appeal).isEmpty();
            case DECIDE -> evaluation.awaitsDecision(appeal);
            case REOPEN -> Reopening.isOpenTo(capacities, appeal, times.now(appeal));
            default -> true;
        };
    }
}

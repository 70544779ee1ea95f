package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;

/** Tells that an appeal was rated, and what became of it. */
@ApplicationScoped
public class LogRating {
    private final AssignHandler assign;
    private final AppealLog log;

    LogRating(AssignHandler assign, AppealLog log) {
        this.assign = assign;
        this.log = log;
    }

    /** @param unit who answered for the rated round */
    public void log(Appeal appeal, Evaluation.Rated rated, @Nullable String unit) {
        Rating rating = rated.rating();
        log.append(
                appeal,
                new AppealRated(
                        appeal.standing(),
                        rating.ratedAt(),
                        rating.round(),
                        unit,
                        rating.solved().map(Enum::name).orElse(null),
                        rating.stars().orElse(null),
                        rating.isAutomatic(),
                        rating.means().map(Enum::name).orElse(null)));
        if (appeal.state() == AppealState.CLOSED) {
            log.append(
                    appeal,
                    new AppealClosed(
                            appeal.standing(),
                            rating.ratedAt(),
                            appeal.progress().closedBy().map(ClosedBy::name).orElseThrow(),
                            EvaluationResult.RATED.name()));
        }
        rated.next().ifPresent(assignment -> assign.dispatched(appeal, assignment));
    }
}

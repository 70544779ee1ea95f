package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealReopened;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.problem.DomainException;

/** Has a closed appeal go on, and tells it. */
@ApplicationScoped
public class Reopenings {
    private final Evaluation evaluation;
    private final AssignHandler assign;
    private final AppealLog log;

    Reopenings(Evaluation evaluation, AssignHandler assign, AppealLog log) {
        this.evaluation = evaluation;
        this.assign = assign;
        this.log = log;
    }

    /** @throws DomainException REOPENING_OVER, REOPENING_AFTER_DECISION */
    public Appeal reopen(Appeal appeal, Orderer by, @Nullable String reason, TimeContext now) {
        int closed = appeal.round();
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        Optional<Assignment> next = evaluation.reopen(appeal, by, reason, now);
        log.append(
                appeal, new AppealReopened(appeal.standing(), now.at(), by.as().name(), closed, unit));
        next.ifPresent(assignment -> assign.dispatched(appeal, assignment));
        return appeal;
    }
}

package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.Guard;

/** Which guards of commands on an answered appeal do not hold now, so that no client offers what would be refused. */
@ApplicationScoped
public class EvaluationGuards {
    private final Evaluation evaluation;

    EvaluationGuards(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    public Set<Guard> unmet(Appeal appeal, Set<Capacity> capacities, TimeContext now) {
        Set<Guard> unmet = EnumSet.noneOf(Guard.class);
        if (appeal.state() == AppealState.REPLIED && !evaluation.isAsked(appeal)) {
            unmet.add(Guard.UNRATED);
        }
        if (!evaluation.awaitsDecision(appeal)) {
            unmet.add(Guard.THIRD_ROUND);
        }
        if (appeal.state() == AppealState.CLOSED && !Reopening.isOpenTo(capacities, appeal, now)) {
            unmet.add(Guard.REOPENING);
        }
        return unmet;
    }
}

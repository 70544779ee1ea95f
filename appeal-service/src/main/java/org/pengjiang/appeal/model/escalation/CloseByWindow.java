package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.neighbours.Handler;

/** A reply that nobody rates in its window closes the appeal. */
@ApplicationScoped
public class CloseByWindow implements ExpiryHandler {
    private final Evaluation evaluation;

    public CloseByWindow(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public ClockType type() {
        return ClockType.EVALUATION;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (appeal.state() != AppealState.REPLIED) {
            return List.of();
        }
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        evaluation.windowOver(appeal, atDue);
        List<AppealEvent> happened = new ArrayList<>();
        evaluation
                .rating(appeal)
                .ifPresent(none -> happened.add(
                        new AppealRated(appeal.standing(), atDue.at(), none.round(), unit, null, null, true, null)));
        happened.add(new AppealClosed(
                appeal.standing(),
                atDue.at(),
                ClosedBy.WINDOW.name(),
                evaluation.result(appeal).map(Enum::name).orElse(null)));
        return happened;
    }
}

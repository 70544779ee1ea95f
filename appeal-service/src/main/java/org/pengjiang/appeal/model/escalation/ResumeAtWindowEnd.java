package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.AppealResumed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** A question that nobody answers in its window pauses nothing any more. */
@ApplicationScoped
public class ResumeAtWindowEnd implements ExpiryHandler {
    private final Questions questions;

    public ResumeAtWindowEnd(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ClockType type() {
        return ClockType.QUESTION;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (appeal.state() != AppealState.WAIT_ENTERPRISE) {
            return List.of();
        }
        int number = questions.windowOver(appeal, atDue).map(Question::seq).orElse(0);
        return List.of(new AppealResumed(
                appeal.standing(),
                atDue.at(),
                "QUESTION",
                number,
                "WINDOW",
                appeal.clock(ClockType.RESOLVE).flatMap(SlaClock::dueAt).orElse(null)));
    }
}

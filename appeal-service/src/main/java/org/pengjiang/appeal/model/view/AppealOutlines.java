package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.Reopening;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** Shows how an appeal stands to whoever has its query code. */
@ApplicationScoped
public class AppealOutlines {
    private final Evaluation evaluation;
    private final Questions questions;
    private final AppealAccess access;
    private final TimeContexts times;

    AppealOutlines(Evaluation evaluation, Questions questions, AppealAccess access, TimeContexts times) {
        this.evaluation = evaluation;
        this.questions = questions;
        this.access = access;
        this.times = times;
    }

    public AppealOutline outline(Appeal appeal) {
        boolean isRatable =
                appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal) && !access.isFiledByHandler(appeal);
        return AppealOutline.of(appeal, isRatable, question(appeal), reopenableUntil(appeal));
    }

    private AppealOutline.@Nullable OpenQuestion question(Appeal appeal) {
        return questions
                .open(appeal)
                .map(question -> new AppealOutline.OpenQuestion(
                        question.seq(),
                        question.text(),
                        questions.window(appeal).flatMap(SlaClock::dueAt).orElse(null)))
                .orElse(null);
    }

    private @Nullable Instant reopenableUntil(Appeal appeal) {
        TimeContext now = times.now(appeal);
        return Reopening.until(appeal, now)
                .filter(end -> !now.at().isAfter(end) && !access.isFiledByHandler(appeal))
                .orElse(null);
    }
}

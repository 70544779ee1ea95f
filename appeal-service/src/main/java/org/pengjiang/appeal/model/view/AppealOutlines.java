package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** Shows how an appeal stands to whoever has its query code. */
@ApplicationScoped
public class AppealOutlines {
    private final Evaluation evaluation;
    private final Questions questions;
    private final AppealAccess access;

    AppealOutlines(Evaluation evaluation, Questions questions, AppealAccess access) {
        this.evaluation = evaluation;
        this.questions = questions;
        this.access = access;
    }

    public AppealOutline outline(Appeal appeal) {
        boolean isRatable =
                appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal) && !access.isFiledByHandler(appeal);
        return AppealOutline.of(appeal, isRatable, question(appeal));
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
}

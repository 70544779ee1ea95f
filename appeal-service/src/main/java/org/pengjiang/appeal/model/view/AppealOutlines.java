package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.evaluation.Evaluation;

/** Shows how an appeal stands to whoever has its query code. */
@ApplicationScoped
public class AppealOutlines {
    private final Evaluation evaluation;

    AppealOutlines(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    public AppealOutline outline(Appeal appeal) {
        return AppealOutline.of(appeal, evaluation.isAsked(appeal));
    }
}

package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** Shows how an appeal stands to whoever has its query code. */
@ApplicationScoped
public class AppealOutlines {
    private final Evaluation evaluation;
    private final AppealAccess access;

    AppealOutlines(Evaluation evaluation, AppealAccess access) {
        this.evaluation = evaluation;
        this.access = access;
    }

    public AppealOutline outline(Appeal appeal) {
        boolean isRatable =
                appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal) && !access.isFiledByHandler(appeal);
        return AppealOutline.of(appeal, isRatable);
    }
}

package org.pengjiang.appeal.model.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.ProblemCode;

/** What the database's own refusals mean: the last word where two callers race past the same check. */
@ApplicationScoped
class AppealConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "appeal_external_id", AppealProblem.EXTERNAL_ID_TAKEN,
                "appeal_return_once", AppealProblem.RETURNED_ALREADY,
                "follower_rating_once", AppealProblem.MASTER_RATED_ALREADY,
                "rating_once", AppealProblem.RATED_ALREADY);
    }
}

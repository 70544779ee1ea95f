package org.pengjiang.kit.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** The last word where two callers race past the same check. */
@ApplicationScoped
class ApprovalConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "approval_request_one_open", KitProblem.STATE_CONFLICT,
                "approval_confirmation_pk", KitProblem.STATE_CONFLICT);
    }
}

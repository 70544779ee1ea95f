package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Two requests store the first address of one recipient at once: the second is refused. */
@ApplicationScoped
class NoticeConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "notice_address_pk", KitProblem.ALREADY_EXISTS,
                "notice_address_unique", KitProblem.ALREADY_EXISTS);
    }
}

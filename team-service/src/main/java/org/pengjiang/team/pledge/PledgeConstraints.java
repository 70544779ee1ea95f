package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.team.model.TeamProblem;

/** Two drafts at once: the later one finds the earlier. */
@ApplicationScoped
class PledgeConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of("pledge_number_unique", TeamProblem.PLEDGE_OPEN, "pledge_one_open", TeamProblem.PLEDGE_OPEN);
    }
}

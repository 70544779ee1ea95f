package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.ProblemCode;

/** One unit for one category in one area on one day: the database alone decides between two who enter at once. */
@ApplicationScoped
class DispatchRuleConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of("dispatch_rule_one_a_day", DispatchProblem.DISPATCH_RULE_EXISTS);
    }
}

package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.ProblemCode;

/** One system for one code: the database alone decides between two who register at once. */
@ApplicationScoped
class SourceConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of("source_system_code_unique", AppealProblem.SOURCE_SYSTEM_EXISTS);
    }
}

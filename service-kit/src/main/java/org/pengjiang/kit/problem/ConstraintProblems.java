package org.pengjiang.kit.problem;

import java.util.Map;

/**
 * What a violated database constraint means to the caller. A service declares one application-scoped bean per feature;
 * a constraint that nobody declares is our defect and becomes a 500.
 */
public interface ConstraintProblems {
    /** Constraint name as the migration gives it, in lower case, to the code of the refusal. */
    Map<String, ProblemCode> byConstraint();
}

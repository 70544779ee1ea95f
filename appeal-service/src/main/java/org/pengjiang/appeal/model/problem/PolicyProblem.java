package org.pengjiang.appeal.model.problem;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** What is refused about time policies and catalogues that are to be published. */
public enum PolicyProblem implements ProblemCode {
    CATALOGUE_EMPTY(Kind.UNACCEPTABLE),
    CATALOGUE_NOT_LATER(Kind.UNACCEPTABLE),
    CATALOGUE_SAYS_NOTHING(Kind.UNACCEPTABLE),
    CATEGORY_KNOWN(Kind.UNACCEPTABLE),
    POLICY_CEILING_PASSED(Kind.UNACCEPTABLE),
    POLICY_ORDER_BROKEN(Kind.UNACCEPTABLE),
    POLICY_STEPS_DO_NOT_FIT(Kind.UNACCEPTABLE),
    POLICY_TARGET_MISSING(Kind.UNACCEPTABLE),
    POLICY_VERSION_KNOWN(Kind.UNACCEPTABLE),
    POLICY_NOT_LATER(Kind.UNACCEPTABLE),
    VERSION_TOO_FAR_AHEAD(Kind.UNACCEPTABLE);

    private final Kind kind;

    PolicyProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

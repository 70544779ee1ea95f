package org.pengjiang.appeal.model.directory;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** What the dispatch directory refuses, and why. */
public enum DispatchProblem implements ProblemCode {
    DATE_PAST(Kind.UNACCEPTABLE),
    DISPATCH_RULE_ENDS_SOONER(Kind.UNACCEPTABLE),
    DISPATCH_RULE_EXISTS(Kind.CONFLICT),
    DISPATCH_RULE_OVER(Kind.CONFLICT),
    LAST_DAY_BEFORE_FIRST(Kind.UNACCEPTABLE),
    PERIOD_TOO_LONG(Kind.UNACCEPTABLE),
    RULES_OVERLAP(Kind.UNACCEPTABLE);

    private final Kind kind;

    DispatchProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

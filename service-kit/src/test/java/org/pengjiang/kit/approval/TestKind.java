package org.pengjiang.kit.approval;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** Two kinds whose confirmations have the names of roles. */
enum TestKind implements ApprovalKind {
    ONE_AT_A_TIME,
    MANY;

    /** A code of the same name for each refusal. */
    record Code(String name, Kind kind) implements ProblemCode {}

    @Override
    public boolean isExclusive() {
        return this == ONE_AT_A_TIME;
    }

    @Override
    public ProblemCode code(ApprovalRefusal refusal) {
        return new Code(refusal.name(), Kind.CONFLICT);
    }
}

package org.pengjiang.appeal.model.problem;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** What is refused about publications that two people decide. */
public enum PublicationProblem implements ProblemCode {
    PUBLICATION_NOT_OWN(Kind.FORBIDDEN),
    PUBLICATION_NOT_PROPOSER(Kind.FORBIDDEN),
    PUBLICATION_PROPOSAL_CLOSED(Kind.CONFLICT),
    PUBLICATION_PROPOSAL_OPEN(Kind.CONFLICT);

    private final Kind kind;

    PublicationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

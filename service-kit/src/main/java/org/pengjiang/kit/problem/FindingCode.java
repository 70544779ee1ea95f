package org.pengjiang.kit.problem;

import org.pengjiang.identifiers.Finding;

/** Lets a finding of the identifiers module stand among the faults: it brings its own code and both texts. */
record FindingCode(Finding finding) implements ProblemCode {
    @Override
    public String name() {
        return finding.code();
    }

    @Override
    public Kind kind() {
        return Kind.UNACCEPTABLE;
    }
}

package org.pengjiang.kit.testing.unsound.model;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

enum ShelfProblem implements ProblemCode {
    SHELF_WITHOUT_WORDS;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

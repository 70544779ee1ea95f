package org.pengjiang.kit.settings;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** Why a change of a setting is refused. */
public enum SettingProblem implements ProblemCode {
    SETTING_DECIMAL(Kind.UNACCEPTABLE),
    SETTING_NAME(Kind.UNACCEPTABLE),
    SETTING_NAME_TWICE(Kind.UNACCEPTABLE),
    SETTING_NOT_LATER(Kind.UNACCEPTABLE),
    SETTING_NOT_PROPOSER(Kind.FORBIDDEN),
    SETTING_PROPOSAL_CLOSED(Kind.CONFLICT),
    SETTING_PROPOSAL_OPEN(Kind.CONFLICT),
    SETTING_RANGE(Kind.UNACCEPTABLE),
    SETTING_SECOND_PERSON(Kind.FORBIDDEN),
    SETTING_VALUE(Kind.UNACCEPTABLE);

    private final Kind kind;

    SettingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

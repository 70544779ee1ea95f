package org.pengjiang.kit.settings;

import org.pengjiang.kit.approval.ApprovalKind;
import org.pengjiang.kit.approval.ApprovalRefusal;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.tasks.Assignee;

/** How a change of a setting is confirmed: by whoever else has the permission to. */
enum SettingApproval implements ApprovalKind {
    SETTING_CHANGE;

    static final String SECOND_PERSON = "SECOND_PERSON";
    static final String PERMISSION = "setting:confirm";

    @Override
    public boolean isExclusive() {
        return true;
    }

    /** The operation has asked for the permission already. */
    @Override
    public boolean mayGive(String confirmation, Caller caller) {
        return true;
    }

    @Override
    public Assignee assignee(String confirmation) {
        return Assignee.role(RolePermissions.load().rolesWith(PERMISSION).toArray(String[]::new));
    }

    @Override
    public ProblemCode code(ApprovalRefusal refusal) {
        return switch (refusal) {
            case CLOSED -> SettingProblem.SETTING_PROPOSAL_CLOSED;
            case NOT_PROPOSER -> SettingProblem.SETTING_NOT_PROPOSER;
            case SAME_PERSON, EXCLUDED_PERSON, EXCLUDED_TEAM, NOT_CONFIRMER, CONFIRMATION_TAINTED ->
                SettingProblem.SETTING_SECOND_PERSON;
        };
    }
}

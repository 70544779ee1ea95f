package org.pengjiang.appeal.model.publication;

import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.problem.PublicationProblem;
import org.pengjiang.kit.approval.ApprovalKind;
import org.pengjiang.kit.approval.ApprovalRefusal;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.tasks.Assignee;

/** What can be published; whoever else has the permission to confirms it. */
public enum PublicationKind implements ApprovalKind {
    CALENDAR,
    CATALOGUE,
    TIME_POLICY;

    public static final String CONFIRM = "publication:confirm";
    public static final String WITHDRAW = "publication:withdraw";
    static final String SECOND_PERSON = "SECOND_PERSON";

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
        return Assignee.role(RolePermissions.load().rolesWith(CONFIRM).toArray(String[]::new));
    }

    @Override
    public ProblemCode code(ApprovalRefusal refusal) {
        return switch (refusal) {
            case CLOSED -> PublicationProblem.PUBLICATION_PROPOSAL_CLOSED;
            case NOT_PROPOSER -> PublicationProblem.PUBLICATION_NOT_PROPOSER;
            case SAME_PERSON, EXCLUDED_PERSON, EXCLUDED_TEAM, NOT_CONFIRMER, CONFIRMATION_TAINTED ->
                AppealProblem.FOUR_EYES;
        };
    }
}

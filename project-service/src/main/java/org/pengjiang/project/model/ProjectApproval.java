package org.pengjiang.project.model;

import java.util.Set;
import org.pengjiang.kit.approval.ApprovalKind;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRefusal;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.tasks.Assignee;

/** What of a project or an investor counts only once a second person has confirmed it. */
public enum ProjectApproval implements ApprovalKind {
    GATE(true, ProjectProblem.GATE_REQUEST_CLOSED) {
        @Override
        public String status(ApprovalOutcome outcome) {
            return RequestStatus.of(outcome).name();
        }
    },
    AMOUNT(true, ProjectProblem.AMOUNT_REVISION_CLOSED) {
        @Override
        public String status(ApprovalOutcome outcome) {
            return RevisionStatus.of(outcome).name();
        }
    },
    EVIDENCE(false, ProjectProblem.EVIDENCE_JUDGED) {
        private static final Set<String> ROLES = Set.of(Roles.PROMOTION_OFFICE, Roles.STATISTICS_VERIFIER);

        @Override
        public boolean mayGive(String confirmation, Caller caller) {
            return ROLES.stream().anyMatch(caller::hasRole);
        }

        @Override
        public Assignee assignee(String confirmation) {
            return Assignee.role(ROLES.toArray(String[]::new));
        }

        @Override
        public String status(ApprovalOutcome outcome) {
            return EvidenceStatus.of(outcome).name();
        }
    },
    CREDIT_CODE(true, ProjectProblem.OVERRIDE_NOT_PENDING),
    IMPORT(true, ProjectProblem.IMPORT_NOT_AWAITING);

    /** The confirmation that evidence needs: the office gives it, or a verifier. */
    static final String VERIFIED = "VERIFIED";

    private final boolean exclusive;
    private final ProblemCode closed;

    ProjectApproval(boolean exclusive, ProblemCode closed) {
        this.exclusive = exclusive;
        this.closed = closed;
    }

    @Override
    public boolean isExclusive() {
        return exclusive;
    }

    @Override
    public ProblemCode code(ApprovalRefusal refusal) {
        return switch (refusal) {
            case CLOSED -> closed;
            case SAME_PERSON, EXCLUDED_PERSON -> ProjectProblem.FOUR_EYES;
            case EXCLUDED_TEAM -> ProjectProblem.CREDITED_TEAM_MEMBER;
            case NOT_CONFIRMER -> ProjectProblem.NOT_CONFIRMER;
            case NOT_PROPOSER -> ProjectProblem.NOT_SUBMITTER;
            case CONFIRMATION_TAINTED -> ProjectProblem.CONFIRMER_CREDITED;
        };
    }
}

package org.pengjiang.kit.approval;

import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.tasks.Assignee;

/** What a service says of one kind of approval request. An enum of the service implements it. */
public interface ApprovalKind {
    /** Stands in the table. */
    String name();

    /** Whether a subject has at most one open request of this kind; a unique index holds it. */
    boolean isExclusive();

    /** Whether this caller may give this confirmation. A confirmation has the name of a role unless the service says otherwise. */
    default boolean mayGive(String confirmation, Caller caller) {
        return caller.hasRole(confirmation);
    }

    /** Whom the task of this confirmation waits for. */
    default Assignee assignee(String confirmation) {
        return Assignee.role(confirmation);
    }

    ProblemCode code(ApprovalRefusal refusal);

    /** The word by which clients of the service know an outcome. */
    default String status(ApprovalOutcome outcome) {
        return outcome.name();
    }
}

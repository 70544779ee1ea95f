package org.pengjiang.appeal.model.publication;

import org.pengjiang.kit.identity.Caller;

/** Puts into force what a second person has confirmed. A feature has one for its kind. */
public interface Publisher {
    PublicationKind kind();

    /**
     * It is judged once more: what was sound when it was proposed may not be so any more.
     *
     * @throws org.pengjiang.kit.problem.DomainException with every fault
     */
    void publish(PublicationProposal confirmed, Caller confirmedBy);
}

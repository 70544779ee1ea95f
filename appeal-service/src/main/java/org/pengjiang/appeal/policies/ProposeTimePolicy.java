package org.pengjiang.appeal.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;

/** Keeps a policy that was found sound until a second person confirms it. */
@ApplicationScoped
class ProposeTimePolicy {
    private final ProposePublication propose;

    ProposeTimePolicy(ProposePublication propose) {
        this.propose = propose;
    }

    @Transactional
    PublicationProposal propose(DivisionCode division, NewTimePolicy wanted, TimePolicyPreview effect, Caller caller) {
        return propose.propose(division, PublicationKind.TIME_POLICY, wanted.documentNo(), wanted, effect, caller);
    }
}

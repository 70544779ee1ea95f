package org.pengjiang.appeal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;

/** Checks the next version of the catalogue; a second person confirms it. */
@ApplicationScoped
class ProposeCatalogue {
    private final NewCatalogueCheck check;
    private final ProposePublication propose;

    ProposeCatalogue(NewCatalogueCheck check, ProposePublication propose) {
        this.check = check;
        this.propose = propose;
    }

    @Transactional
    PublicationProposal propose(DivisionCode division, NewCatalogue wanted, Caller caller) {
        CataloguePreview effect = check.read(wanted);
        return propose.propose(division, PublicationKind.CATALOGUE, wanted.documentNo(), wanted, effect, caller);
    }
}

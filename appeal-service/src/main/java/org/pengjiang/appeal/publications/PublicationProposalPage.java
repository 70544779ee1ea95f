package org.pengjiang.appeal.publications;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.publication.PublicationProposalView;

/** What a page of proposals looks like in the contract. */
@Schema(name = "PublicationProposalPage")
record PublicationProposalPage(
        List<PublicationProposalView> items, @Nullable String next) {}

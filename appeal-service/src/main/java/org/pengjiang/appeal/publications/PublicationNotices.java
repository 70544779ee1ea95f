package org.pengjiang.appeal.publications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.events.PublicationDecided;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** Whoever proposed a publication is told when nobody confirmed it in time. */
@ApplicationScoped
class PublicationNotices implements NoticeSource {
    static final String EXPIRED = "publication-proposal-expired";

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof PublicationProposal proposal
                        && event instanceof PublicationDecided decided
                        && decided.outcome().equals(ApprovalOutcome.EXPIRED.name())
                ? List.of(new EventNotice(
                        EXPIRED,
                        List.of("@publication." + proposal.kind(), proposal.documentNo()),
                        Recipient.account(proposal.approval().proposedBy()),
                        proposal.path(),
                        null,
                        false,
                        false))
                : List.of();
    }
}

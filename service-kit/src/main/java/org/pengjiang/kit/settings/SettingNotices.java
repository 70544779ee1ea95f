package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** Whoever proposed a change is told when nobody confirmed it in time. */
@ApplicationScoped
class SettingNotices implements NoticeSource {
    static final String EXPIRED = "setting-proposal-expired";

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof SettingProposal proposal
                        && event instanceof SettingProposalDecided decided
                        && decided.outcome().equals(ApprovalOutcome.EXPIRED.name())
                ? List.of(new EventNotice(
                        EXPIRED,
                        List.of(proposal.name()),
                        Recipient.account(proposal.approval().proposedBy()),
                        proposal.path(),
                        null,
                        false,
                        false))
                : List.of();
    }
}

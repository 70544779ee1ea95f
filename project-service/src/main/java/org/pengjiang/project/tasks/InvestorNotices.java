package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.project.events.InvestorOverrideExpired;
import org.pengjiang.project.model.Investor;

/** Whoever entered a credit code that fails its check is told when nobody confirmed it in time. */
@ApplicationScoped
class InvestorNotices implements NoticeSource {
    static final String EXPIRED = "credit-code-expired";

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof Investor investor && event instanceof InvestorOverrideExpired
                ? investor.override().stream()
                        .map(override -> new EventNotice(
                                EXPIRED,
                                List.of(),
                                Recipient.account(override.proposedBy()),
                                InvestorTasks.path(investor),
                                null,
                                false,
                                false))
                        .toList()
                : List.of();
    }
}

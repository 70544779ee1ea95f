package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.events.AppealPlanned;
import org.pengjiang.appeal.events.DeadlineRevised;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** The enterprise is told of a plan, and of another due of its reply. */
@ApplicationScoped
class PlanningNotices implements NoticeSource {
    private static final String PLANNED = "appeal-planned";
    private static final String EXTENDED = "reply-extended";

    @Override
    public Set<String> kinds() {
        return Set.of(PLANNED, EXTENDED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        String enterprise = subject instanceof Appeal appeal ? appeal.filing().enterprise() : null;
        if (enterprise == null || !(subject instanceof Appeal appeal)) {
            return List.of();
        }
        Recipient recipient = Recipient.party(enterprise);
        List<String> number = List.of(appeal.no());
        String link = "/v1/appeals/" + appeal.id();
        return switch (event) {
            case AppealPlanned planned ->
                List.of(new EventNotice(PLANNED, number, recipient, link, null, false, false));
            case DeadlineRevised revised
            when revised.reason().equals(Extensions.REASON) && revised.clock().equals(ClockType.RESOLVE.name()) ->
                List.of(new EventNotice(
                        EXTENDED, number, recipient, link, revised.dueAt(), revised.provisional(), false));
            default -> List.of();
        };
    }
}

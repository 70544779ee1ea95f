package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.events.ReturnRuled;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** The unit that has returned an appeal hears of the ruling. */
@ApplicationScoped
class ReturnNotices implements NoticeSource {
    private static final String UPHELD = "return-upheld";
    private static final String REFUSED = "return-refused";

    @Override
    public Set<String> kinds() {
        return Set.of(UPHELD, REFUSED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof Appeal appeal && event instanceof ReturnRuled ruled && ruled.unit() != null
                ? List.of(new EventNotice(
                        ruled.upheld() ? UPHELD : REFUSED,
                        List.of(appeal.no()),
                        Recipient.unit(ruled.unit()),
                        "/v1/appeals/" + appeal.id(),
                        null,
                        false,
                        false))
                : List.of();
    }
}

package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.SupervisionCleared;
import org.pengjiang.appeal.events.UrgeAnswered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** The enterprise is told that its urge is answered, and the unit that answers for the appeal now that its order is cleared. Whoever has to act has a task. */
@ApplicationScoped
class SupervisionNotices implements NoticeSource {
    static final String ANSWERED = "urge-answered";
    static final String CLEARED = "order-cleared";

    @Override
    public Set<String> kinds() {
        return Set.of(ANSWERED, CLEARED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            // of a reply the task to rate it tells
            case UrgeAnswered answered
            when !answered.byReply() ->
                Stream.ofNullable(appeal.filing().enterprise())
                        .map(enterprise ->
                                notice(appeal, ANSWERED, List.of(appeal.no()), Recipient.party(enterprise), "/urges"))
                        .toList();
            case SupervisionCleared cleared ->
                List.of(notice(
                        appeal,
                        CLEARED,
                        List.of(appeal.no(), Integer.toString(cleared.order())),
                        Recipient.unit(
                                appeal.handler().map(Handler::accountableUnit).orElse(cleared.unit())),
                        "/supervision-orders"));
            default -> List.of();
        };
    }

    private static EventNotice notice(
            Appeal appeal, String kind, List<String> arguments, Recipient recipient, String part) {
        return new EventNotice(kind, arguments, recipient, "/v1/appeals/" + appeal.id() + part, null, false, false);
    }
}

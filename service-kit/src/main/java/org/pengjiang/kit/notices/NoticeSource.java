package org.pengjiang.kit.notices;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * Who is told of an event by letter, beside those whom a task waits for. Declare an application-scoped bean. It is asked in
 * the transaction of the event; the event's id makes each letter one.
 */
public interface NoticeSource {
    /** Every kind it may name: each has its texts in {@code tasks.properties} and {@code tasks_zh_CN.properties}. */
    Set<String> kinds();

    /** Empty for an event that concerns nobody. */
    List<EventNotice> of(LoggedAggregate subject, DomainEvent event);

    /**
     * @param arguments for the title, numbers and codes; one that starts with {@code @} is itself a key of the texts
     * @param link path of the subject on this service
     */
    record EventNotice(
            String kind,
            List<String> arguments,
            Recipient recipient,
            String link,
            @Nullable Instant dueAt,
            boolean provisional,
            boolean urgent) {}
}

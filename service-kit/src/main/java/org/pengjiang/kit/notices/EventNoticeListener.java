package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.hibernate.Hibernate;
import org.pengjiang.kit.log.LogListener;
import org.pengjiang.kit.log.LoggedAggregate;

/** Queues the letters about an event in the transaction that logs it. */
@ApplicationScoped
class EventNoticeListener implements LogListener {
    private final List<NoticeSource> sources;
    private final Notices notices;

    EventNoticeListener(Instance<NoticeSource> declared, Notices notices) {
        this.sources = declared.stream().toList();
        this.notices = notices;
    }

    @Override
    public void appended(Appended row) {
        LoggedAggregate subject = Hibernate.unproxy(row.subject(), LoggedAggregate.class);
        sources.forEach(source -> source.of(subject, row.event()).forEach(told -> queue(row, source, told)));
    }

    private void queue(Appended row, NoticeSource source, NoticeSource.EventNotice told) {
        if (!source.kinds().contains(told.kind())) {
            throw new IllegalStateException("letters are of a declared kind, not " + told.kind());
        }
        Notice notice = new Notice(
                row.id(),
                Notice.HAPPENED + " " + told.kind(),
                null,
                row.subject().division(),
                row.subject().subjectType(),
                row.subject().id(),
                Notice.HAPPENED,
                told.kind(),
                told.arguments(),
                told.link(),
                told.dueAt(),
                told.provisional(),
                told.urgent());
        notices.queue(notice, told.recipient());
    }
}

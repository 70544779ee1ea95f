package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.project.events.ImportExpired;

/** Whoever handed a file in is told when nobody confirmed it in time. */
@ApplicationScoped
class ImportNotices implements NoticeSource {
    static final String EXPIRED = "import-expired";

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof ImportJob job && event instanceof ImportExpired
                ? List.of(new EventNotice(
                        EXPIRED,
                        List.of(Integer.toString(job.year()), Integer.toString(job.rowsGood())),
                        Recipient.account(job.submittedBy()),
                        ImportTasks.path(job),
                        null,
                        false,
                        false))
                : List.of();
    }
}

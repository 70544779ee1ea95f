package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.pengjiang.kit.log.BeforeCommit;
import org.pengjiang.kit.log.LoggedAggregate;

/** Brings the dues of every aggregate that a transaction changed in line with its state. */
@ApplicationScoped
class SettleDues implements BeforeCommit {
    private final DueSources sources;
    private final DueStore store;

    SettleDues(DueSources sources, DueStore store) {
        this.sources = sources;
        this.store = store;
    }

    @Override
    public boolean concerns(String subjectType) {
        return sources.of(subjectType).isPresent();
    }

    @Override
    public void settle(LoggedAggregate subject, boolean fresh, Instant now) {
        DueSource<LoggedAggregate> source = sources.of(subject.subjectType()).orElseThrow();
        List<Due> open = source.open(subject);
        open.forEach(due -> {
            if (!source.kinds().contains(due.kind())) {
                throw new IllegalStateException(
                        "dues of a " + subject.subjectType() + " are of a declared kind, not " + due.kind());
            }
        });
        if (!fresh || !open.isEmpty()) {
            store.settle(subject, source, open, fresh, now);
        }
    }
}

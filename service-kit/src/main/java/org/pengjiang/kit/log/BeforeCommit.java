package org.pengjiang.kit.log;

import java.time.Instant;
import java.util.List;

/**
 * Brings what follows from an aggregate's state in line with it, such as tasks and dues: once for each aggregate that a
 * transaction changed, right before the commit. Declare an application-scoped bean.
 */
public interface BeforeCommit {
    /** Whether aggregates of this type have anything that follows. */
    boolean concerns(String subjectType);

    /** Others whose state means something else now that {@code changed} has changed, loaded for change. */
    default List<? extends LoggedAggregate> concernedBy(LoggedAggregate changed) {
        return List.of();
    }

    /** @param fresh whether the aggregate began in this transaction, so that nothing is stored of it yet */
    void settle(LoggedAggregate subject, boolean fresh, Instant now);
}

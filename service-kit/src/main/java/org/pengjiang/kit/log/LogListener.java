package org.pengjiang.kit.log;

import java.util.UUID;

/**
 * Is told of every row of the log, in the transaction of the change: what fails here rolls the change back. Declare an
 * application-scoped bean.
 */
public interface LogListener {
    void appended(Appended row);

    /**
     * @param id of the event, the same that stands in the log and on Kafka
     * @param subjectVersion 1 for the first row of a subject
     */
    record Appended(LoggedAggregate subject, DomainEvent event, UUID id, long subjectVersion) {}
}

package org.pengjiang.kit.inbox;

import java.util.Set;

/**
 * What a service does with one topic. Declare an application-scoped bean. The kit runs the Kafka loop, inserts into the
 * inbox first, calls {@link #apply} in the same transaction and commits the offset afterwards. An event that fails is
 * tried three times (for minutes where a lock, a deadlock or a timeout was in the way). Then it is parked as a dead
 * letter with every later event of its subject, so that a poison message blocks no partition.
 */
public interface EventConsumer {
    /** The name in the inbox and the Kafka group: the service, a dot, what it does ({@code note.calendars}). Never changes. */
    String name();

    String topic();

    /** Types this consumer applies. */
    Set<String> applies();

    /**
     * Types it knows and ignores. Another version of a type it applies is parked. Any other type that stands in neither
     * list is parked by a consumer that {@link #needsEveryEvent} and ignored by every other one.
     */
    Set<String> ignores();

    /**
     * True for one that accumulates: an event whose predecessor has not been seen is parked, never applied, and so is one of an
     * unknown type.
     */
    boolean needsEveryEvent();

    /** Runs inside the transaction that holds the inbox row. Any exception rolls both back. */
    void apply(ReceivedEvent event);
}

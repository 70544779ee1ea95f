package org.pengjiang.kit.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the log, in the transaction of the change and never outside one.
 *
 * <p>A new aggregate is logged first and added to its repository afterwards: a row numbers the aggregate, and one that was
 * added before would be inserted and then updated.
 */
public interface EventLog {
    /** The actor is the current caller, the moment is the suite's clock. */
    void append(LoggedAggregate subject, DomainEvent event);

    /** {@code privateData} (names, phones, protected fields before and after) never leaves the service. It lies under the data key of the subject, so that an erasure makes it unreadable. */
    void append(LoggedAggregate subject, DomainEvent event, Map<String, ?> privateData);

    /** For an event that enterprises may see in their own feeds: {@code parties} are their credit codes, one at least. */
    void appendFor(Collection<String> parties, LoggedAggregate subject, DomainEvent event);

    /** For an event that would be for parties, of a subject that has none: it is for the division. */
    void appendWithoutParty(LoggedAggregate subject, DomainEvent event);

    /** To those involved, supervision and these parties alone, whomever the event is for: what it happened to is confidential. */
    void appendRestricted(Collection<String> parties, LoggedAggregate subject, DomainEvent event);

    /**
     * What happened to one of many.
     *
     * @param parties the credit codes of those in whose feeds it stands; null for what is appended for no party
     * @param restricted for those involved, supervision and the parties alone
     * @param hasNoParty whether it would be for parties, and the subject has none
     */
    record Change(
            LoggedAggregate subject,
            DomainEvent event,
            @Nullable List<String> parties,
            boolean restricted,
            boolean hasNoParty) {
        public Change(LoggedAggregate subject, DomainEvent event) {
            this(subject, event, null, false, false);
        }

        public Change(LoggedAggregate subject, DomainEvent event, List<String> parties, boolean restricted) {
            this(subject, event, parties, restricted, false);
        }

        /** As {@link EventLog#appendWithoutParty}. */
        public static Change withoutParty(LoggedAggregate subject, DomainEvent event) {
            return new Change(subject, event, null, false, true);
        }
    }

    /** What {@link #appendAll} is told within one step is written in this order and in one round trip at its end. */
    default void together(Runnable step) {
        step.run();
    }

    /** For a command that changes many: their rows are written together and not one by one. */
    default void appendAll(List<Change> changes) {
        for (Change change : changes) {
            List<String> parties = change.parties();
            if (change.restricted()) {
                appendRestricted(parties == null ? List.of() : parties, change.subject(), change.event());
            } else if (change.hasNoParty()) {
                appendWithoutParty(change.subject(), change.event());
            } else if (parties == null) {
                append(change.subject(), change.event());
            } else {
                appendFor(parties, change.subject(), change.event());
            }
        }
    }
}

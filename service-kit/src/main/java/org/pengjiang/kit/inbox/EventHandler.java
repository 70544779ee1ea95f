package org.pengjiang.kit.inbox;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The transaction side of a consumer: one event, one transaction, the inbox row first. */
@ApplicationScoped
class EventHandler {
    private static final Logger LOG = Logger.getLogger(EventHandler.class);
    private static final Pattern VERSION = Pattern.compile("\\.v[0-9]+$");

    private final Inbox inbox;
    private final ParkedEvents parked;

    EventHandler(Inbox inbox, ParkedEvents parked) {
        this.inbox = inbox;
        this.parked = parked;
    }

    enum Outcome {
        APPLIED,
        DUPLICATE,
        IGNORED,
        PARKED
    }

    /** Applies the event, ignores it or parks it. Whatever the consumer throws has left nothing behind. */
    Outcome handle(EventConsumer consumer, Message message) {
        ReceivedEvent event = message.event();
        if (event == null) {
            return park(consumer, message, Reason.MALFORMED, message.fault(), 1);
        }
        if (consumer.applies().contains(event.type())) {
            return apply(consumer, message, event);
        }
        if (isUnknown(consumer, event.type())) {
            return park(consumer, message, Reason.VERSION_UNKNOWN, event.type(), 1);
        }
        return ignore(consumer, message, event);
    }

    private Outcome apply(EventConsumer consumer, Message message, ReceivedEvent event) {
        try {
            return inTransaction(() -> {
                if (!inbox.insertUnlessParked(consumer.name(), event.id(), event.subject())) {
                    if (inbox.contains(consumer.name(), event.id())) {
                        return Outcome.DUPLICATE;
                    }
                    if (parkedBehindAnother(consumer, message)) {
                        return Outcome.PARKED;
                    }
                    if (!inbox.insert(consumer.name(), event.id())) {
                        return Outcome.DUPLICATE;
                    }
                }
                effect(consumer, event);
                return Outcome.APPLIED;
            });
        } catch (PredecessorMissing e) {
            return park(consumer, message, Reason.PREDECESSOR_MISSING, null, 1);
        }
    }

    /** The effect of one event whose inbox row stands. */
    private void effect(EventConsumer consumer, ReceivedEvent event) {
        if (consumer.needsEveryEvent() && !inbox.follows(consumer.name(), event.subject(), event.sequence())) {
            throw new PredecessorMissing();
        }
        consumer.apply(event);
    }

    /** An accumulating consumer counts also what it does not apply. */
    private Outcome ignore(EventConsumer consumer, Message message, ReceivedEvent event) {
        if (!consumer.needsEveryEvent()) {
            return Outcome.IGNORED;
        }
        Outcome outcome = inTransaction(() -> {
            if (parked.holds(consumer.name(), event.subject()) && parkedBehindAnother(consumer, message)) {
                return Outcome.PARKED;
            }
            boolean known = inbox.follows(consumer.name(), event.subject(), event.sequence())
                    || inbox.isNoted(consumer.name(), event.subject(), event.sequence());
            return known ? Outcome.IGNORED : Outcome.DUPLICATE;
        });
        // neither next nor seen before: one in between is missing
        return outcome == Outcome.DUPLICATE ? park(consumer, message, Reason.PREDECESSOR_MISSING, null, 1) : outcome;
    }

    /** Waits for a replay of this subject to end, then looks again: it may have brought everything back. */
    private boolean parkedBehindAnother(EventConsumer consumer, Message message) {
        inbox.lock(consumer.name(), message.key());
        if (!parked.holds(consumer.name(), message.key())) {
            return false;
        }
        parked.park(consumer.name(), message, Reason.PREDECESSOR_PARKED, null, 0);
        return true;
    }

    /** Parks it. What the table refuses, whatever the text is, is kept as bytes: a partition must not wait for it. */
    Outcome park(EventConsumer consumer, Message message, Reason reason, @Nullable String failure, int tries) {
        try {
            return inTransaction(() -> parkOnce(consumer, message, reason, failure, tries));
        } catch (RuntimeException refused) {
            if (Failure.of(refused) != Failure.LASTING) {
                throw refused;
            }
            LOG.warnf(refused, "consumer %s keeps only the bytes of %s", consumer.name(), message.place());
            return inTransaction(() -> parkOnce(consumer, message.bytesOnly(), reason, null, tries));
        }
    }

    private Outcome parkOnce(
            EventConsumer consumer, Message message, Reason reason, @Nullable String failure, int tries) {
        inbox.lock(consumer.name(), message.key());
        // discarded, or applied by another replica in the meantime
        if (inbox.contains(consumer.name(), message.eventId())) {
            return Outcome.DUPLICATE;
        }
        parked.park(consumer.name(), message, reason, failure, tries);
        return Outcome.PARKED;
    }

    /**
     * Applies the first parked event of a subject and takes it out, in one transaction.
     *
     * @return false when none is left
     */
    boolean replayFirst(EventConsumer consumer, UUID subject) {
        return inTransaction(() -> {
            inbox.lock(consumer.name(), subject);
            ParkedEvents.Parked first = parked.first(consumer.name(), subject).orElse(null);
            if (first == null) {
                return false;
            }
            replay(consumer, first.message());
            parked.delete(consumer.name(), subject, first.id());
            return true;
        });
    }

    private void replay(EventConsumer consumer, Message message) {
        ReceivedEvent event = message.event();
        if (event == null) {
            throw new NotReplayable(Reason.MALFORMED);
        }
        if (consumer.applies().contains(event.type())) {
            if (inbox.insert(consumer.name(), event.id())) {
                effect(consumer, event);
            }
        } else if (isUnknown(consumer, event.type())) {
            throw new NotReplayable(Reason.VERSION_UNKNOWN);
        } else if (consumer.needsEveryEvent()
                && !inbox.follows(consumer.name(), event.subject(), event.sequence())
                && !inbox.isNoted(consumer.name(), event.subject(), event.sequence())) {
            throw new PredecessorMissing();
        }
    }

    /** False while nothing can be applied, whatever the event is. */
    boolean databaseAnswers() {
        return inbox.answers();
    }

    /**
     * Neither applied nor listed as ignored, and ignoring it could lose something: a follower takes up the subject's next
     * event and loses only another version of what it applies, one that accumulates loses every type it does not know.
     */
    private static boolean isUnknown(EventConsumer consumer, String type) {
        if (consumer.ignores().contains(type)) {
            return false;
        }
        return consumer.needsEveryEvent() || isOtherVersion(consumer, type);
    }

    private static boolean isOtherVersion(EventConsumer consumer, String type) {
        Matcher version = VERSION.matcher(type);
        if (!version.find()) {
            return false;
        }
        String family = type.substring(0, version.start());
        return consumer.applies().stream()
                .anyMatch(applied -> VERSION.matcher(applied).replaceFirst("").equals(family));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException(
                    "an event is handled in a transaction of its own: inside another one, that one would"
                            + " hold a second connection and be ended for idling");
        }
        ManagedContext request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }
}

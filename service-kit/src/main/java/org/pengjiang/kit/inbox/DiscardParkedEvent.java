package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.inbox.ReplayParkedEvents.Replayed;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Gives up one event that will never be applied and lets those behind it go on. What it carried is kept, who gave it up and
 * why stands in the log, and a consumer that accumulates is told which number it will not see.
 */
@ApplicationScoped
class DiscardParkedEvent {
    /** A subject without an id of its own was given one made from its name: nothing follows there. */
    private static final int MADE_FROM_A_NAME = 3;

    private final ParkedEventList list;
    private final ParkedEvents parked;
    private final DiscardedEvents discarded;
    private final Inbox inbox;
    private final EventLog log;
    private final ReplayParkedEvents replay;
    private final List<EventConsumer> consumers;

    DiscardParkedEvent(
            ParkedEventList list,
            ParkedEvents parked,
            DiscardedEvents discarded,
            Inbox inbox,
            EventLog log,
            ReplayParkedEvents replay,
            @All List<EventConsumer> consumers) {
        this.list = list;
        this.parked = parked;
        this.discarded = discarded;
        this.inbox = inbox;
        this.log = log;
        this.replay = replay;
        this.consumers = consumers;
    }

    /** What was given up, and how far those behind it have come. */
    @Schema(name = "DiscardedEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Discarded(
            UUID id,

            @Schema(description = "the consumer accumulates: its figures lack what this event carried")
            boolean leavesGap,

            @Schema(description = "which of the subject's events is missing; absent when the event could not say")
            @Nullable Long missingSequence,

            @Schema(description = "events behind it that were applied now")
            int applied,

            @Schema(description = "still parked") int remaining,

            @Schema(description = "why the first of them stays") @Nullable Reason reason) {}

    /** A second call finds it given up already and only lets the others go on: a crash in between loses nothing. */
    Discarded discard(Caller caller, UUID id, String why) {
        Optional<ParkedEvent> named = list.find(ParkedEventScope.of(caller), id);
        DiscardedEvent gone = QuarkusTransaction.requiringNew()
                .call(() -> named.isPresent()
                        ? giveUp(caller, named.get(), why)
                        : discarded.seenBy(caller, id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)));
        Replayed behind = consumer(gone.consumer())
                .map(consumer -> replay.rest(consumer, gone.eventSubject()))
                // this version of the service no longer listens
                .orElseGet(() -> new Replayed(0, parked.count(gone.consumer(), gone.eventSubject()), null));
        return new Discarded(
                id, gone.gap().isOne(), gone.gap().sequence(), behind.applied(), behind.remaining(), behind.reason());
    }

    private DiscardedEvent giveUp(Caller caller, ParkedEvent named, String why) {
        inbox.lock(named.consumer(), named.subject());
        ParkedEvents.Row row =
                parked.find(named.id()).orElseThrow(() -> new DomainException(KitProblem.STATE_CONFLICT));
        boolean accumulates =
                consumer(named.consumer()).map(EventConsumer::needsEveryEvent).orElse(false);
        if (row.message().event() != null) {
            mustBeNext(row, accumulates);
        }
        DivisionCode division = named.division() == null
                ? caller.division().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND))
                : DivisionCode.parse(named.division());
        Gap gap = accumulates ? gap(named.consumer(), row.message()) : Gap.NONE;
        DiscardedEvent event = new DiscardedEvent(row, division, gap, why);
        log.append(event, event.event());
        discarded.add(event);
        // should Kafka deliver it once more
        inbox.insert(named.consumer(), row.message().eventId());
        parked.delete(named.consumer(), named.subject(), named.id());
        return event;
    }

    /** One that only waits for another is in order: giving it up would lose it and free nobody. */
    private void mustBeNext(ParkedEvents.Row row, boolean accumulates) {
        Message message = row.message();
        UUID first = parked.first(row.consumer(), message.key())
                .map(ParkedEvents.Parked::id)
                .orElse(row.id());
        if (!first.equals(row.id())) {
            throw new DomainException(KitProblem.EVENT_WAITS).with("first", first);
        }
        if (accumulates
                && !inbox.isNext(row.consumer(), message.key(), message.sequence())
                && !inbox.isNoted(row.consumer(), message.key(), message.sequence())) {
            throw new DomainException(KitProblem.EVENT_WAITS);
        }
    }

    private Gap gap(String consumer, Message message) {
        UUID subject = message.key();
        Long sequence = message.knownSequence();
        if (subject.version() == MADE_FROM_A_NAME || (sequence != null && inbox.isNoted(consumer, subject, sequence))) {
            return Gap.NONE;
        }
        if (sequence == null || !inbox.follows(consumer, subject, sequence)) {
            inbox.allowGap(consumer, subject);
        }
        return new Gap(true, sequence);
    }

    private Optional<EventConsumer> consumer(String name) {
        return consumers.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }
}

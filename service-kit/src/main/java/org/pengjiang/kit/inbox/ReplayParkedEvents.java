package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.supervision.RareStacks;

/**
 * Brings the parked events of a subject back in order, each in a transaction of its own, so that what succeeds stays even
 * when a later one fails again.
 */
@ApplicationScoped
class ReplayParkedEvents {
    private static final Logger LOG = Logger.getLogger(ReplayParkedEvents.class);

    private final ParkedEventList list;
    private final ParkedEvents parked;
    private final EventHandler handler;
    private final List<EventConsumer> consumers;
    private final RareStacks stacks = new RareStacks();

    ReplayParkedEvents(
            ParkedEventList list, ParkedEvents parked, EventHandler handler, @All List<EventConsumer> consumers) {
        this.list = list;
        this.parked = parked;
        this.handler = handler;
        this.consumers = consumers;
    }

    /** What a replay did. */
    @Schema(name = "ReplayedEvents")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replayed(
            @Schema(description = "brought back now") int applied,
            @Schema(description = "still parked") int remaining,

            @Schema(description = "why the first of them stays") @Nullable Reason reason) {}

    Replayed replay(ParkedEventScope scope, UUID id) {
        ParkedEvent named = list.find(scope, id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        EventConsumer consumer = consumers.stream()
                .filter(candidate -> candidate.name().equals(named.consumer()))
                .findFirst()
                // this version of the service no longer listens
                .orElseThrow(() -> new DomainException(KitProblem.STATE_CONFLICT));
        return rest(consumer, named.subject());
    }

    /** Whatever is parked of that subject. */
    Replayed rest(EventConsumer consumer, UUID subject) {
        Tried tried = tryAll(consumer, subject, () -> true);
        return new Replayed(tried.applied, parked.count(consumer.name(), subject), tried.reason);
    }

    /**
     * How far a try has come.
     *
     * @param isComplete false when it was not to go on
     * @param reason why the first that is left stays; absent when none is left
     * @param failure of what kind that is
     */
    record Tried(
            int applied,
            boolean isComplete,
            @Nullable Reason reason,
            @Nullable Failure failure) {}

    /** @param goesOn asked before each event */
    Tried tryAll(EventConsumer consumer, UUID subject, BooleanSupplier goesOn) {
        int applied = 0;
        try {
            while (goesOn.getAsBoolean()) {
                if (!handler.replayFirst(consumer, subject)) {
                    return new Tried(applied, true, null, null);
                }
                applied++;
            }
            return new Tried(applied, false, null, null);
        } catch (NotReplayable e) {
            return new Tried(applied, true, e.reason(), Failure.LASTING);
        } catch (PredecessorMissing e) {
            return new Tried(applied, true, Reason.PREDECESSOR_MISSING, Failure.LASTING);
        } catch (Throwable e) {
            LOG.warnf(
                    stacks.due(e),
                    "consumer %s fails again on subject %s: %s",
                    consumer.name(),
                    subject,
                    DatabaseFailure.describe(e));
            return new Tried(applied, true, Reason.HANDLER_FAILED, Failure.of(e));
        }
    }
}

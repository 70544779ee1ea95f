package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.supervision.SupervisedLoop;

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

    Replayed replay(DivisionScope scope, UUID id) {
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
        int applied = 0;
        Reason reason = null;
        try {
            while (handler.replayFirst(consumer, subject)) {
                SupervisedLoop.progress();
                applied++;
            }
        } catch (NotReplayable e) {
            reason = e.reason();
        } catch (PredecessorMissing e) {
            reason = Reason.PREDECESSOR_MISSING;
        } catch (Throwable e) {
            LOG.warnf(e, "consumer %s fails again on subject %s", consumer.name(), subject);
            reason = Reason.HANDLER_FAILED;
        }
        return new Replayed(applied, parked.count(consumer.name(), subject), reason);
    }
}

package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.AggregateRepository;

/** The events that were given up. */
@ApplicationScoped
class DiscardedEvents extends AggregateRepository<DiscardedEvent> {
    /** By the rule of parked events: whoever gives one up finds it again. */
    Optional<DiscardedEvent> seenBy(Caller caller, UUID id) {
        ParkedEventScope scope = ParkedEventScope.of(caller);
        return Optional.ofNullable(findById(id)).filter(event -> scope.covers(event.division()));
    }
}

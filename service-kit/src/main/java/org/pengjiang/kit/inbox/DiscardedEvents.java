package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** The events that were given up. */
@ApplicationScoped
class DiscardedEvents extends AggregateRepository<DiscardedEvent> {}

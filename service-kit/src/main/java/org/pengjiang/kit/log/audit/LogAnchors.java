package org.pengjiang.kit.log.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** Holds the one anchor of the service. */
@ApplicationScoped
class LogAnchors extends AggregateRepository<LogAnchor> {}

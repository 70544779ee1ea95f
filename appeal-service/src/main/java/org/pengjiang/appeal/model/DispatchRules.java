package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** All rules of the dispatch directory. */
@ApplicationScoped
public class DispatchRules extends AggregateRepository<DispatchRule> {}

package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

@ApplicationScoped
public class Things extends AggregateRepository<Thing> {}

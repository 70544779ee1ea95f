package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** The teams. */
@ApplicationScoped
public class Teams extends AggregateRepository<Team> {}

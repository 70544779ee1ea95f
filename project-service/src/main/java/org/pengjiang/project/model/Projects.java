package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** All projects. */
@ApplicationScoped
public class Projects extends AggregateRepository<InvestmentProject> {}

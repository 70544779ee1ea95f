package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** The organisation units. */
@ApplicationScoped
public class OrganisationUnits extends AggregateRepository<OrganisationUnit> {}

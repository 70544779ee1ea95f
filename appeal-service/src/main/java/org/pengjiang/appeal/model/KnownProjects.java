package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The copies of the projects that an appeal may name. */
@ApplicationScoped
public class KnownProjects {
    private final EntityManager entities;

    KnownProjects(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<KnownProject> find(UUID id) {
        return Optional.ofNullable(entities.find(KnownProject.class, id));
    }
}

package org.pengjiang.appeal.model.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.Unscoped;

/** The copies of the projects that an appeal may name. */
@ApplicationScoped
@Unscoped("asked for the project that a filing names; whose it is, the filing's check asks")
public class ProjectCopies {
    private final EntityManager entities;

    ProjectCopies(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<ProjectCopy> find(UUID id) {
        return Optional.ofNullable(entities.find(ProjectCopy.class, id));
    }
}

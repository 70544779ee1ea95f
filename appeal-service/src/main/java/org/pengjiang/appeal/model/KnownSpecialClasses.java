package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The copies of the special classes that may handle an appeal. */
@ApplicationScoped
public class KnownSpecialClasses {
    private final EntityManager entities;

    KnownSpecialClasses(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<KnownSpecialClass> find(UUID classId) {
        return Optional.ofNullable(entities.find(KnownSpecialClass.class, classId));
    }

    public Optional<KnownSpecialClass> openOf(UUID projectId) {
        return entities.createQuery(
                        "from KnownSpecialClass where projectId = :project and open", KnownSpecialClass.class)
                .setParameter("project", projectId)
                .getResultStream()
                .findFirst();
    }
}

package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The copies of the teams that shares may name. */
@ApplicationScoped
public class KnownTeams {
    private final EntityManager entities;

    KnownTeams(EntityManager entities) {
        this.entities = entities;
    }

    public List<KnownTeam> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("from KnownTeam where id in (:ids)", KnownTeam.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public List<KnownTeam> all() {
        return entities.createQuery("from KnownTeam order by code", KnownTeam.class)
                .getResultList();
    }
}

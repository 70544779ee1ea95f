package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.DivisionScope;

/** The copies of the teams that shares may name. */
@ApplicationScoped
public class KnownTeams {
    /** As {@link KnownTeam#worksIn}. */
    private static final String WORKING_IN =
            "(division is null or division like concat(:place, '%') or :place like concat(division, '%'))";

    private final EntityManager entities;

    KnownTeams(EntityManager entities) {
        this.entities = entities;
    }

    public List<KnownTeam> withIds(DivisionScope district, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("from KnownTeam where id in (:ids) and " + WORKING_IN, KnownTeam.class)
                        .setParameter("ids", ids)
                        .setParameter("place", district.value())
                        .getResultList();
    }

    public List<KnownTeam> workingIn(DivisionScope district) {
        return entities.createQuery("from KnownTeam where " + WORKING_IN + " order by code", KnownTeam.class)
                .setParameter("place", district.value())
                .getResultList();
    }
}

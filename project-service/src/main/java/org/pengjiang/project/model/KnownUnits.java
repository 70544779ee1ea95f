package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.pengjiang.identifiers.DivisionCode;

/** The copies of the units that a special class may name. */
@ApplicationScoped
public class KnownUnits {
    private final EntityManager entities;

    KnownUnits(EntityManager entities) {
        this.entities = entities;
    }

    public boolean exists(DivisionCode district, String code) {
        return entities.createQuery("from KnownUnit where code = :code", KnownUnit.class)
                .setParameter("code", code)
                .getResultStream()
                .anyMatch(unit -> unit.isOf(district));
    }
}

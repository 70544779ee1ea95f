package org.pengjiang.kit.testing.unsound.model;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;

class KnownShelves {
    private final EntityManager entities;

    KnownShelves(EntityManager entities) {
        this.entities = entities;
    }

    List<?> all() {
        return entities.createQuery("from Shelf").getResultList();
    }

    boolean standsIn(DivisionCode place) {
        return !all().isEmpty() && place.level() != null;
    }
}

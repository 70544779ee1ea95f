package org.pengjiang.appeal.model.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Unscoped;

/** The copies of the units that may handle an appeal. */
@ApplicationScoped
public class UnitCopies {
    private static final String PUBLIC = "codes of units are public; whether one answers for a place is asked beside";

    private final EntityManager entities;

    UnitCopies(EntityManager entities) {
        this.entities = entities;
    }

    @Unscoped(PUBLIC)
    public boolean exists(String code) {
        return !withCode(code).isEmpty();
    }

    /** Codes are unique in a district only: somewhere else another unit may carry the same. */
    public boolean covers(String code, DivisionCode place) {
        return withCode(code).stream().anyMatch(unit -> unit.covers(place));
    }

    @Unscoped(PUBLIC)
    public List<UnitCopy> withCodes(Collection<String> codes) {
        return entities.createQuery("from UnitCopy where code in :codes", UnitCopy.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    private List<UnitCopy> withCode(String code) {
        return entities.createQuery("from UnitCopy where code = :code", UnitCopy.class)
                .setParameter("code", code)
                .getResultList();
    }
}

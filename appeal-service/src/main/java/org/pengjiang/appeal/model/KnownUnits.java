package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Unscoped;

/** The copies of the units that may handle an appeal. */
@ApplicationScoped
public class KnownUnits {
    private static final String PUBLIC = "codes of units are public; whether one answers for a place is asked beside";

    private final EntityManager entities;

    KnownUnits(EntityManager entities) {
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
    public List<KnownUnit> withCodes(Collection<String> codes) {
        return entities.createQuery("from KnownUnit where code in :codes", KnownUnit.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    private List<KnownUnit> withCode(String code) {
        return entities.createQuery("from KnownUnit where code = :code", KnownUnit.class)
                .setParameter("code", code)
                .getResultList();
    }
}

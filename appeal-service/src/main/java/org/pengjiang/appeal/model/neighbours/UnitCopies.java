package org.pengjiang.appeal.model.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    @Unscoped(PUBLIC)
    public boolean areIn(String district) {
        return entities.createQuery("select 1 from UnitCopy where division like :place", Integer.class)
                .setParameter("place", district + "%")
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    /** Codes are unique in a district only: somewhere else another unit may carry the same. */
    public boolean covers(String code, DivisionCode place) {
        return withCode(code).stream().anyMatch(unit -> unit.covers(place));
    }

    /** The unit with this code that is nearest to the place and covers it. */
    public UnitKey at(String code, DivisionCode place) {
        return withCode(code).stream()
                .filter(unit -> unit.covers(place))
                .flatMap(unit -> unit.place().stream())
                .max(Comparator.comparingInt(division -> division.value().length()))
                .map(division -> UnitKey.of(division, code))
                .orElseGet(() -> UnitKey.of(place, code));
    }

    /** Whether the unit that this code names at the place is the other one. */
    public boolean isSame(String code, DivisionCode place, Optional<UnitKey> other) {
        return other.filter(unit -> unit.code().equals(code) && unit.equals(at(code, place)))
                .isPresent();
    }

    /** The unit with this code in the district of a division, where there is one. */
    public Optional<UnitKey> known(String code, DivisionCode division) {
        UnitKey key = UnitKey.of(division, code);
        return withCode(code).stream()
                .flatMap(unit -> unit.place().stream())
                .map(place -> UnitKey.of(place, code))
                .filter(key::equals)
                .findFirst();
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

package org.pengjiang.team.model;

import java.util.Set;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Who reads a unit's figures: those who watch over all units, and the unit's own people. */
public final class UnitFigures {
    private static final Set<String> OF_ONE_UNIT = Set.of(Roles.UNIT_CLERK, Roles.UNIT_HEAD);

    private UnitFigures() {}

    /** @throws DomainException FORBIDDEN to the people of another unit */
    public static void requireReader(OrganisationUnit unit, Caller caller) {
        boolean onlyOwn = caller.roles().stream().allMatch(OF_ONE_UNIT::contains);
        if (onlyOwn && !caller.claims("unit").contains(unit.code())) {
            throw new DomainException(KitProblem.FORBIDDEN);
        }
    }
}

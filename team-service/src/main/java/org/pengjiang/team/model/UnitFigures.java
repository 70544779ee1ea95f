package org.pengjiang.team.model;

import java.util.Set;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Who reads a unit's figures: those who watch over all units, and the unit's own people. */
public final class UnitFigures {
    private static final Set<String> OF_EVERY_UNIT = Set.of(
            Roles.PROMOTION_OFFICE,
            Roles.DISPATCHER,
            Roles.SUPERVISOR,
            Roles.LEADER,
            Roles.STATISTICS_VERIFIER,
            Roles.ASSESSOR,
            Roles.AUDITOR,
            Roles.ADMIN);

    private UnitFigures() {}

    /** @throws DomainException FORBIDDEN to the people of another unit, whatever they are besides */
    public static void requireReader(OrganisationUnit unit, Caller caller) {
        boolean ofEveryUnit = OF_EVERY_UNIT.stream().anyMatch(caller::hasRole);
        if (!ofEveryUnit && !caller.claims("unit").contains(unit.code())) {
            throw new DomainException(KitProblem.FORBIDDEN);
        }
    }
}

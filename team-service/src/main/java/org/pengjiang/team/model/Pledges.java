package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/** The pledges, one row per version. */
@ApplicationScoped
public class Pledges extends AggregateRepository<Pledge> {
    /** Newest version first. */
    public List<Pledge> of(DivisionScope scope, UUID teamId, int year) {
        return list("teamId = ?1 and year = ?2 order by number desc", teamId, year).stream()
                .filter(pledge -> scope.covers(pledge.division()))
                .toList();
    }

    public Optional<Pledge> signed(DivisionScope scope, UUID teamId, int year) {
        return of(scope, teamId, year).stream()
                .filter(pledge -> pledge.status() == PledgeStatus.SIGNED)
                .findFirst();
    }

    /** Issued to a team's captain and not signed, locked for change. */
    public List<Pledge> awaitingSignature(Team team) {
        return find("teamId = ?1 and status = ?2", team.id(), PledgeStatus.ISSUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The teams of the scope that have any version of a pledge for the year. */
    public List<UUID> teamsWithAny(DivisionScope scope, int year) {
        return entities()
                .createQuery(
                        "select distinct teamId from Pledge where " + scope.column() + " = :place and year = :year",
                        UUID.class)
                .setParameter("place", scope.value())
                .setParameter("year", year)
                .getResultList();
    }
}

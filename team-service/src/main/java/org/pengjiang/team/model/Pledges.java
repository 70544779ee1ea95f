package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/** The pledges, one row per version. */
@ApplicationScoped
public class Pledges extends AggregateRepository<Pledge> {
    Pledges() {
        super(Pledge.class);
    }

    /** Newest version first. */
    public List<Pledge> of(DivisionScope scope, UUID teamId, int year) {
        return entities()
                .createQuery(
                        "from Pledge p where p.teamId = :team and p.year = :year order by p.number desc", Pledge.class)
                .setParameter("team", teamId)
                .setParameter("year", year)
                .getResultStream()
                .filter(pledge -> scope.covers(pledge.division()))
                .toList();
    }

    public Optional<Pledge> signed(DivisionScope scope, UUID teamId, int year) {
        return of(scope, teamId, year).stream()
                .filter(pledge -> pledge.status() == PledgeStatus.SIGNED)
                .findFirst();
    }
}

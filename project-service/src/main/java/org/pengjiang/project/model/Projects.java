package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.log.AggregateRepository;

/** All projects. */
@ApplicationScoped
public class Projects extends AggregateRepository<InvestmentProject> {
    /** For what another service says of it: with a row lock and outside every scope, since no person asks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<InvestmentProject> toFollow(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that this investor has a part in, with their rows locked in the order of their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<InvestmentProject> investedInBy(UUID investor) {
        List<UUID> ids = entities()
                .createQuery(
                        "select p.id from InvestmentProject p join p.description.investors i"
                                + " where i.investorId = :investor",
                        UUID.class)
                .setParameter("investor", investor)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : entities()
                        .createQuery("from InvestmentProject where id in (:ids) order by id", InvestmentProject.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /** The teams that share a project of this investor now. */
    public Set<String> teamsCreditedFor(UUID investor) {
        return Set.copyOf(entities()
                .createQuery(
                        "select distinct s.teamCode from CreditShare s join s.project p join p.description.investors i"
                                + " where i.investorId = :investor and s.supersededOn is null",
                        String.class)
                .setParameter("investor", investor)
                .getResultList());
    }
}

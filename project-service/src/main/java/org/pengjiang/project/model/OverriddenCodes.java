package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.log.ChangedAggregates;

/** Whom a credit code that fails its check waits for depends on who shares the projects of its investor. */
@ApplicationScoped
public class OverriddenCodes {
    private final Investors investors;
    private final ChangedAggregates changed;

    OverriddenCodes(Investors investors, ChangedAggregates changed) {
        this.investors = investors;
        this.changed = changed;
    }

    /** The shares of a project are others now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sharedAnew(InvestmentProject project) {
        investedAnew(project, Set.of());
    }

    /** @param former who invested in it before this change; nobody waits for their codes because of this project any more */
    @Transactional(Transactional.TxType.MANDATORY)
    public void investedAnew(InvestmentProject project, Set<UUID> former) {
        investors.overriddenOf(project, former).forEach(changed::settleBeforeCommit);
    }
}

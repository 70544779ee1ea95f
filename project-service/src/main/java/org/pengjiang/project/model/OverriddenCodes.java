package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

    /** The shares or the investors of a project are others now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sharedAnew(InvestmentProject project) {
        investors.overriddenOf(project).forEach(changed::settleBeforeCommit);
    }
}

package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.StoredPeriods;

/** Applies one project event to the ledger: account, entries, district totals and rollup in one transaction. */
@ApplicationScoped
class RecordCredit {
    private final LedgerStore ledger;
    private final CountingRulesInForce rules;
    private final StoredPeriods periods;

    RecordCredit(LedgerStore ledger, CountingRulesInForce rules, StoredPeriods periods) {
        this.ledger = ledger;
        this.rules = rules;
        this.periods = periods;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void record(ReceivedEvent event) {
        FactReader.read(event).ifPresent(fact -> {
            LedgerStore.Project project = LedgerStore.Project.of(event);
            ProjectAccount account = ledger.open(project);
            int known = account.rulings().size();
            ProjectAccount.Outcome outcome = account.apply(
                    fact, rules.at(project.district(), fact.recordedAt()), periods.of(project.district()));
            ledger.append(project, account, known, outcome, fact);
        });
    }
}

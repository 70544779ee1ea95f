package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.pengjiang.kit.log.LoggedAggregate;

/** For the changes that no row of the log speaks of, such as what a follower of another service has learned. */
@ApplicationScoped
public class Tasks {
    private final SettleTasks settle;

    Tasks(SettleTasks settle) {
        this.settle = settle;
    }

    /** Brings the tasks of an aggregate, loaded for change, in line with its state before this transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(LoggedAggregate subject) {
        settle.settleBeforeCommit(subject, false);
    }
}

package org.pengjiang.appeal.withdrawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.withdrawal.Withdrawals;
import org.pengjiang.kit.identity.Caller;

/** Only what has lapsed comes in again, and not for ever. */
@ApplicationScoped
class ResubmissionCondition implements CommandCondition {
    private final Withdrawals withdrawals;
    private final TimeContexts times;

    ResubmissionCondition(Withdrawals withdrawals, TimeContexts times) {
        this.withdrawals = withdrawals;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return Set.of(AppealCommand.RESUBMIT);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return withdrawals.isResubmittable(appeal, times.now(appeal));
    }
}

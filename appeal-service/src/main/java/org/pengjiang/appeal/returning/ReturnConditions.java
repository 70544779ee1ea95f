package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.identity.Caller;

/** A unit returns soon and once; whoever has asked or proposed does not rule; what a ruling has left to a unit nobody redirects. */
@ApplicationScoped
class ReturnConditions implements CommandCondition {
    private final Returns returns;
    private final TimeContexts times;

    ReturnConditions(Returns returns, TimeContexts times) {
        this.returns = returns;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return EnumSet.of(
                AppealCommand.REDIRECT, AppealCommand.RETURN, AppealCommand.PROPOSE_RULING, AppealCommand.RULE_RETURN);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case REDIRECT -> !returns.isKeptByRuling(appeal);
            case RETURN -> returns.isPossible(appeal, times.now(appeal));
            default ->
                returns.waiting(appeal)
                        .filter(asked -> !asked.askedBy().equals(caller.subject()))
                        .filter(asked -> command == AppealCommand.PROPOSE_RULING
                                || returns.isReadyToRule(appeal) && !asked.isProposedBy(caller.subject()))
                        .isPresent();
        };
    }
}

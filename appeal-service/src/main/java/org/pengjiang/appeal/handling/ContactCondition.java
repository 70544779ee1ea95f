package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** Whose turn it is to reach the enterprise. */
@ApplicationScoped
class ContactCondition implements CommandCondition {
    @Override
    public Set<AppealCommand> commands() {
        return Set.of(AppealCommand.CONTACT);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return ContactEnterprise.isTurnOf(capacities, appeal);
    }
}

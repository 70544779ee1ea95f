package org.pengjiang.appeal.model.access;

import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/**
 * What a part says of whether a command is offered, beside its row of the state machine. Declare an application-scoped bean. It is
 * asked only of those who could give the command in this state.
 */
public interface CommandCondition {
    /** Of which it says something. */
    Set<AppealCommand> commands();

    boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller);
}

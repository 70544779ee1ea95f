package org.pengjiang.appeal.model.access;

import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/**
 * Whether a command can be given now, where a part of the appeal has to be asked for it. Declare an application-scoped bean; one for a
 * command. It is asked for {@code allowedCommands}, of commands that the state allows the caller, and takes the place of the guards.
 */
public interface CommandCondition {
    Set<AppealCommand> commands();

    /** @param capacities those in which the caller acts */
    boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller);
}

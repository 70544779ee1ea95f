package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.kit.identity.Caller;

/** Whether more time can be asked for or given now. */
@ApplicationScoped
class PlanningConditions implements CommandCondition {
    private final Extensions extensions;
    private final TimeContexts times;

    PlanningConditions(Extensions extensions, TimeContexts times) {
        this.extensions = extensions;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return Set.of(AppealCommand.REQUEST_EXTENSION, AppealCommand.EXTEND, AppealCommand.REFUSE_EXTENSION);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return command == AppealCommand.REQUEST_EXTENSION
                ? extensions.refusal(appeal, times.now(appeal)).isEmpty()
                : extensions
                        .open(appeal)
                        .filter(asked -> decides(command, asked, caller))
                        .isPresent();
    }

    private static boolean decides(AppealCommand command, Extension asked, Caller caller) {
        boolean mayGrant = !asked.isPastLimit() || caller.hasRole(Roles.LEADER);
        return !asked.askedBy().equals(caller.subject()) && (command == AppealCommand.REFUSE_EXTENSION || mayGrant);
    }
}

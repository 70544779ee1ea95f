package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.appeal.model.merging.Separation;
import org.pengjiang.kit.identity.Caller;

/** The centre parts an appeal from the one that it follows. */
@ApplicationScoped
class UnmergeAppeal {
    private final OpenForCommand open;
    private final Mergings mergings;
    private final Separation separation;

    UnmergeAppeal(OpenForCommand open, Mergings mergings, Separation separation) {
        this.open = open;
        this.mergings = mergings;
        this.separation = separation;
    }

    @Transactional
    Appeal unmerge(UUID id, String reason, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.UNMERGE, caller);
        Appeal appeal = context.appeal();
        separation.log(appeal, mergings.separate(appeal, reason, caller.subject(), context.now()));
        return appeal;
    }
}

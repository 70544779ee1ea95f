package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealFollowed;
import org.pengjiang.appeal.events.AppealMerged;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.merging.Followers;
import org.pengjiang.appeal.model.merging.Merging;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The centre lets an appeal follow another one of the same matter. Both rows are locked, always in the same order. */
@ApplicationScoped
class MergeAppeal {
    private static final String POINTER = "/masterId";

    private final OpenForCommand open;
    private final Appeals appeals;
    private final Mergings mergings;
    private final Followers followers;
    private final AppealLog log;

    MergeAppeal(OpenForCommand open, Appeals appeals, Mergings mergings, Followers followers, AppealLog log) {
        this.open = open;
        this.appeals = appeals;
        this.mergings = mergings;
        this.followers = followers;
        this.log = log;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault of the master, HAS_FOLLOWERS */
    @Transactional
    Appeal merge(UUID id, NewMerging said, Caller caller) {
        boolean masterFirst = said.masterId().compareTo(id) < 0;
        Optional<Appeal> early = masterFirst ? appeals.alsoForChange(caller, said.masterId()) : Optional.empty();
        CommandContext context = open.appeal(id, AppealCommand.MERGE, caller);
        Appeal master = (masterFirst ? early : appeals.alsoForChange(caller, said.masterId()))
                .orElseThrow(() -> new DomainException(
                        KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at(POINTER, AppealProblem.MASTER_UNKNOWN))));
        Appeal appeal = context.appeal();
        if (appeal.isFollowed() && followers.count(appeal) > 0) {
            throw new DomainException(AppealProblem.HAS_FOLLOWERS);
        }
        Merging merging = mergings.merge(appeal, master, POINTER, said.reason(), caller.subject(), context.now());
        log.append(appeal, new AppealMerged(appeal.standing(), merging.mergedAt(), master.id(), master.no()));
        log.append(master, new AppealFollowed(master.standing(), followers.count(master)));
        return appeal;
    }
}

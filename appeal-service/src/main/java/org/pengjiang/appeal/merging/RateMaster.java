package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.MasterRated;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.merging.FollowerRating;
import org.pengjiang.appeal.model.merging.Followers;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** Whoever follows rates the answer to the master for themselves. Nobody rates what they have handled. */
@ApplicationScoped
class RateMaster {
    private static final String BY_CODE = "query-code";

    private final OpenForCommand open;
    private final Mergings mergings;
    private final Followers followers;
    private final AppealAccess access;
    private final AppealLog log;

    RateMaster(OpenForCommand open, Mergings mergings, Followers followers, AppealAccess access, AppealLog log) {
        this.open = open;
        this.mergings = mergings;
        this.followers = followers;
        this.access = access;
        this.log = log;
    }

    /** @throws DomainException MASTER_NOT_ANSWERED, MASTER_RATED_ALREADY, HANDLES_IT_HIMSELF */
    @Transactional
    Appeal rate(UUID id, NewMasterRating said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RATE_MASTER, caller);
        Appeal master = followers.master(mergings.present(context.appeal()).orElseThrow());
        if (access.reader(master, caller).capacities().contains(Capacity.HANDLER)) {
            throw new DomainException(AppealProblem.HANDLES_IT_HIMSELF);
        }
        return rate(context, master, said, caller.subject());
    }

    /**
     * For whoever has shown the query code, unless whoever filed it, and had the code in their hands too, has handled it.
     *
     * @throws DomainException MASTER_NOT_ANSWERED, MASTER_RATED_ALREADY, CODE_OF_HANDLER
     */
    @Transactional
    Appeal byCode(UUID id, NewMasterRating said) {
        CommandContext context = open.byQueryCode(id, AppealCommand.RATE_MASTER);
        if (access.isFiledByHandler(context.appeal())) {
            throw new DomainException(AppealProblem.CODE_OF_HANDLER);
        }
        Appeal master = followers.master(mergings.present(context.appeal()).orElseThrow());
        return rate(context, master, said, BY_CODE);
    }

    private Appeal rate(CommandContext context, Appeal master, NewMasterRating said, String account) {
        Appeal appeal = context.appeal();
        FollowerRating rating = mergings.rate(
                appeal,
                master,
                new FollowerRating.Said(said.solved(), said.stars(), said.comment(), account),
                context.now());
        log.append(
                appeal,
                new MasterRated(
                        appeal.standing(),
                        rating.ratedAt(),
                        master.id(),
                        rating.masterRound(),
                        rating.solved().name(),
                        rating.stars()));
        return appeal;
    }
}

package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.ClosedBy;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.kit.identity.Caller;

/** The enterprise rates: a good rating closes the appeal, a bad one sends it into a new round, one level up. */
@ApplicationScoped
class RateAppeal {
    private final OpenForCommand open;
    private final AssignHandler assign;
    private final AppealLog log;

    RateAppeal(OpenForCommand open, AssignHandler assign, AppealLog log) {
        this.open = open;
        this.assign = assign;
        this.log = log;
    }

    @Transactional
    Appeal rate(UUID id, NewRating said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RATE, caller);
        Appeal appeal = context.appeal();
        int ratedRound = appeal.round();
        Rating rating = appeal.rate(said.solved(), said.stars(), said.comment(), caller.subject(), context.now());
        log.append(
                appeal,
                new AppealRated(
                        appeal.standing(),
                        rating.ratedAt(),
                        ratedRound,
                        said.solved().name(),
                        said.stars(),
                        false));
        if (appeal.state() == AppealState.CLOSED) {
            log.append(appeal, new AppealClosed(appeal.standing(), rating.ratedAt(), ClosedBy.RATING.name()));
        } else if (appeal.state() == AppealState.DISPATCHED) {
            assign.dispatched(appeal);
        }
        return appeal;
    }
}

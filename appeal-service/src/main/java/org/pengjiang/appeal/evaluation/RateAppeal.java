package org.pengjiang.appeal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.AppealState;
import org.pengjiang.appeal.model.ClosedBy;
import org.pengjiang.appeal.model.HandOver;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.appeal.model.Rating;
import org.pengjiang.kit.identity.Caller;

/** The enterprise rates: a good rating closes the appeal, a bad one sends it into a new round, one level up. */
@ApplicationScoped
class RateAppeal {
    private final AppealDesk desk;
    private final HandOver handOver;
    private final AppealLog log;

    RateAppeal(AppealDesk desk, HandOver handOver, AppealLog log) {
        this.desk = desk;
        this.handOver = handOver;
        this.log = log;
    }

    @Transactional
    Appeal rate(UUID id, NewRating said, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.RATE, caller);
        Appeal appeal = taken.appeal();
        Rating rating = appeal.rate(said.solved(), said.stars(), said.comment(), caller.subject(), taken.now());
        log.append(
                appeal,
                new AppealRated(
                        appeal.standing(), rating.ratedAt(), said.solved().name(), said.stars(), false));
        if (appeal.state() == AppealState.CLOSED) {
            log.append(appeal, new AppealClosed(appeal.standing(), rating.ratedAt(), ClosedBy.RATING.name()));
        } else if (appeal.state() == AppealState.DISPATCHED) {
            handOver.dispatched(appeal);
        }
        return appeal;
    }
}

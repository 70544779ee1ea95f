package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.TrackingProposed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.tracking.NewTracking;
import org.pengjiang.appeal.model.tracking.TrackingPlan;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** The head proposes a plan for what cannot be solved now. */
@ApplicationScoped
class ProposeTracking {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final AppealLog log;

    ProposeTracking(OpenForCommand open, Trackings trackings, AppealLog log) {
        this.open = open;
        this.trackings = trackings;
        this.log = log;
    }

    @Transactional
    Appeal propose(UUID id, NewTracking said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.PROPOSE_TRACKING, caller);
        Appeal appeal = context.appeal();
        TrackingPlan plan = trackings.propose(appeal, said, caller.subject(), context.now());
        log.append(appeal, new TrackingProposed(appeal.standing(), plan.seq()));
        return appeal;
    }
}

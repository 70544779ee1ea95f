package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealTracked;
import org.pengjiang.appeal.events.TrackingRefused;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.escalation.PendingRequests;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.TrackingPlan;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** The leader decides on a plan: from the approval on its milestones run, and the promises stop. */
@ApplicationScoped
class DecideTracking {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final PendingRequests requests;
    private final AppealLog log;

    DecideTracking(OpenForCommand open, Trackings trackings, PendingRequests requests, AppealLog log) {
        this.requests = requests;
        this.open = open;
        this.trackings = trackings;
        this.log = log;
    }

    @Transactional
    Appeal approve(UUID id, @Nullable String note, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.TRACK, caller);
        Appeal appeal = context.appeal();
        TrackingPlan plan = trackings.approve(appeal, note, caller.subject(), context.now());
        log.append(
                appeal,
                new AppealTracked(
                        appeal.standing(),
                        context.now().at(),
                        plan.seq(),
                        trackings.of(appeal, plan).stream()
                                .map(Milestone::dueOn)
                                .toList()));
        requests.lapse(appeal, context.now()).forEach(lapsed -> log.append(appeal, lapsed));
        return appeal;
    }

    @Transactional
    Appeal refuse(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REFUSE_TRACKING, caller);
        Appeal appeal = context.appeal();
        TrackingPlan plan = trackings.refuse(appeal, why, caller.subject(), context.now());
        log.append(appeal, new TrackingRefused(appeal.standing(), plan.seq()));
        return appeal;
    }
}

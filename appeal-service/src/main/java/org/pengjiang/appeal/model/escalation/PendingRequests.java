package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.ExtensionDecided;
import org.pengjiang.appeal.events.SuspensionDecided;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.appeal.model.tracking.Trackings;

/** What a handler has asked for and nobody has decided: more time, a suspension, a plan. */
@ApplicationScoped
public class PendingRequests {
    private final Suspensions suspensions;
    private final Extensions extensions;
    private final Trackings trackings;

    public PendingRequests(Suspensions suspensions, Extensions extensions, Trackings trackings) {
        this.suspensions = suspensions;
        this.extensions = extensions;
        this.trackings = trackings;
    }

    /** It is answered, tracked or taken back, or another unit has it: there is nothing left to decide on. */
    public List<AppealEvent> lapse(Appeal appeal, TimeContext now) {
        if (appeal.handler().isEmpty()) {
            return List.of();
        }
        trackings.lapse(appeal, now);
        return lapseOfReply(appeal, now);
    }

    /** Those that would move the due of the reply. */
    List<AppealEvent> lapseOfReply(Appeal appeal, TimeContext at) {
        List<AppealEvent> happened = new ArrayList<>();
        suspensions
                .lapse(appeal, at)
                .ifPresent(lapsed -> happened.add(new SuspensionDecided(
                        appeal.standing(), lapsed.seq(), lapsed.outcome().name())));
        extensions
                .lapse(appeal, at)
                .ifPresent(lapsed -> happened.add(new ExtensionDecided(
                        appeal.standing(), lapsed.seq(), lapsed.outcome().name())));
        return happened;
    }
}

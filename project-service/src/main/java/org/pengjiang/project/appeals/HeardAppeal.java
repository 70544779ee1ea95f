package org.pengjiang.project.appeals;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;

/**
 * How an appeal stands after an event.
 *
 * @param breached the event says that a clock of the enterprise has passed its due; the clocks of units are their own matter
 */
record HeardAppeal(
        UUID id, String no, @Nullable UUID project, String state, boolean open, boolean breached, long version) {
    private static final String BREACHED = "appeal.breached.v1";

    static final Set<String> TYPES = Set.of(
            "appeal.submitted.v1",
            "appeal.accepted.v1",
            "appeal.supplement-requested.v1",
            "appeal.supplemented.v1",
            "appeal.lapsed.v1",
            "appeal.rejected.v1",
            "appeal.rejection-objected.v1",
            "appeal.objection-upheld.v1",
            "appeal.objection-dismissed.v1",
            "appeal.classified.v1",
            "appeal.emergency-judged.v1",
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.returned.v1",
            "appeal.return-ruled.v1",
            "appeal.contacted.v1",
            "appeal.paused.v1",
            "appeal.resumed.v1",
            "appeal.planned.v1",
            "appeal.cotask-added.v1",
            "appeal.cotask-finished.v1",
            "appeal.cotask-waived.v1",
            "appeal.coordination-called.v1",
            "appeal.arrived.v1",
            "appeal.deadline-revised.v1",
            "appeal.withdrawn.v1",
            "appeal.resubmitted.v1",
            "appeal.merged.v1",
            "appeal.unmerged.v1",
            "appeal.tracked.v1",
            "appeal.progress-reported.v1",
            "appeal.milestone-met.v1",
            "appeal.warned.v1",
            "appeal.escalated.v1",
            "appeal.urged.v1",
            "appeal.urge-answered.v1",
            "appeal.supervision-ordered.v1",
            "appeal.supervision-cleared.v1",
            BREACHED,
            "appeal.replied.v1",
            "appeal.rated.v1",
            "appeal.rework-ordered.v1",
            "appeal.rating-verified.v1",
            "appeal.called-back.v1",
            "appeal.decided.v1",
            "appeal.reopened.v1",
            "appeal.closed.v1");

    /** An event without what it promises is parked, not guessed at. */
    static HeardAppeal of(ReceivedEvent event) {
        EventData appeal = event.fields();
        return new HeardAppeal(
                event.subject(),
                appeal.text("appealNo"),
                appeal.optionalId("projectId"),
                appeal.text("state"),
                appeal.flag("open"),
                event.type().equals(BREACHED) && appeal.text("family").equals("ENTERPRISE"),
                event.subjectVersion());
    }
}

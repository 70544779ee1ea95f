package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.MilestoneMet;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** A milestone is met, or the head no longer asks for it. */
@ApplicationScoped
class SettleMilestone {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final AppealLog log;

    SettleMilestone(OpenForCommand open, Trackings trackings, AppealLog log) {
        this.open = open;
        this.trackings = trackings;
        this.log = log;
    }

    @Transactional
    Appeal meet(UUID id, int seq, String evidence, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.MEET_MILESTONE, caller);
        PublicTexts.require(Map.of("evidence", evidence), List.of());
        return settled(
                context.appeal(), trackings.meet(context.appeal(), seq, evidence, caller.subject(), context.now()));
    }

    @Transactional
    Appeal waive(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.WAIVE_MILESTONE, caller);
        PublicTexts.require(Map.of("reason", why), List.of());
        return settled(context.appeal(), trackings.waive(context.appeal(), seq, why, caller.subject(), context.now()));
    }

    private Appeal settled(Appeal appeal, Milestone milestone) {
        boolean inTime = milestone
                .clockId()
                .flatMap(appeal::clock)
                .flatMap(SlaClock::result)
                .map(ClockResult::met)
                .orElse(false);
        log.append(
                appeal,
                new MilestoneMet(
                        appeal.standing(),
                        milestone.seq(),
                        milestone.status().name(),
                        inTime,
                        milestone.settledAt().orElseThrow(),
                        (int) trackings.milestones(appeal).stream()
                                .filter(Milestone::isOpen)
                                .count()));
        return appeal;
    }
}

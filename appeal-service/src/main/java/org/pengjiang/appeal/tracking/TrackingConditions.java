package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** What plans and milestones allow. */
@ApplicationScoped
class TrackingConditions implements CommandCondition {
    private final Trackings trackings;

    TrackingConditions(Trackings trackings) {
        this.trackings = trackings;
    }

    @Override
    public Set<AppealCommand> commands() {
        return Set.of(
                AppealCommand.PROPOSE_TRACKING,
                AppealCommand.TRACK,
                AppealCommand.REFUSE_TRACKING,
                AppealCommand.MEET_MILESTONE,
                AppealCommand.WAIVE_MILESTONE,
                AppealCommand.FINISH_TRACKING);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case PROPOSE_TRACKING ->
                Trackings.isPossible(appeal) && trackings.waiting(appeal).isEmpty();
            case TRACK, REFUSE_TRACKING ->
                (command == AppealCommand.REFUSE_TRACKING || Trackings.isPossible(appeal))
                        && trackings
                                .waiting(appeal)
                                .filter(plan -> !plan.askedBy().equals(caller.subject()))
                                .isPresent();
            case MEET_MILESTONE, WAIVE_MILESTONE ->
                trackings.milestones(appeal).stream().anyMatch(Milestone::isOpen);
            case FINISH_TRACKING -> trackings.isDone(appeal);
            default -> throw new IllegalArgumentException(command.name());
        };
    }
}

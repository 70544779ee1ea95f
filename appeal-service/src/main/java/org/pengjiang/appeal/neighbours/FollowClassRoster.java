package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.CalendarFollower;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.ChangedAggregates;

/**
 * One short transaction of what a changed special class leaves to do: its next open appeals, each locked, and their tasks
 * compared with whom they wait for now. From a class that is closed or replaced they go on to whoever follows it; what is
 * answered already stays with who answered. What was done is kept with it, so that whatever dies in the middle comes again and
 * nothing is done twice.
 */
@ApplicationScoped
class FollowClassRoster {
    private static final Logger LOG = Logger.getLogger(FollowClassRoster.class);

    private final ClassChanges changes;
    private final Appeals appeals;
    private final ChangedAggregates changed;
    private final SpecialClassCopies classes;
    private final AssignHandler assign;
    private final TimeContexts times;
    private final CalendarFollower calendar;
    private final EscalationEngine escalation;

    FollowClassRoster(
            ClassChanges changes,
            Appeals appeals,
            ChangedAggregates changed,
            SpecialClassCopies classes,
            AssignHandler assign,
            TimeContexts times,
            CalendarFollower calendar,
            EscalationEngine escalation) {
        this.changes = changes;
        this.appeals = appeals;
        this.changed = changed;
        this.classes = classes;
        this.assign = assign;
        this.times = times;
        this.calendar = calendar;
        this.escalation = escalation;
    }

    /** @return whether there may be more to do for this change */
    @Transactional
    boolean next(SystemScope scope, ClassChanges.Change change, int most) {
        Optional<ClassChanges.Change> claimed = changes.claim(change);
        if (claimed.isEmpty()) {
            return false;
        }
        List<UUID> open =
                appeals.openOfClass(scope, change.classId(), claimed.get().settledUpTo(), most);
        boolean isClosed = !classes.hold(change.classId());
        for (UUID id : open) {
            Appeal appeal = appeals.forSweep(scope, id);
            if (isClosed && appeal.state() != AppealState.REPLIED) {
                leave(appeal);
            }
            changed.settleBeforeCommit(appeal);
        }
        if (open.size() < most) {
            changes.done(change);
            return false;
        }
        changes.advance(change, open.getLast());
        return true;
    }

    /** What its clocks have come to by now is still the closed class's. */
    private void leave(Appeal appeal) {
        TimeContext now = times.now(appeal);
        calendar.follow(appeal, now);
        escalation.fire(appeal, now);
        assign.leaveClosedClass(appeal, now);
    }

    /** One whose tasks cannot be settled holds up no other: they follow with its next change. */
    @Transactional
    boolean passOver(SystemScope scope, ClassChanges.Change change) {
        Optional<ClassChanges.Change> claimed = changes.claim(change);
        Optional<UUID> broken =
                claimed.flatMap(known -> appeals.openOfClass(scope, change.classId(), known.settledUpTo(), 1).stream()
                        .findFirst());
        broken.ifPresent(id -> {
            LOG.errorf("the tasks of appeal %s cannot follow its special class; they will with its next change", id);
            changes.advance(change, id);
        });
        return broken.isPresent();
    }
}

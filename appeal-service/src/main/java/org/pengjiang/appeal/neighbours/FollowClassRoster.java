package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.ChangedAggregates;

/**
 * One short transaction of what a changed special class leaves to do: its next open appeals, each locked, and their tasks
 * compared with whom they wait for now. What was done is kept with it, so that whatever dies in the middle comes again and nothing
 * is done twice.
 */
@ApplicationScoped
class FollowClassRoster {
    private static final Logger LOG = Logger.getLogger(FollowClassRoster.class);

    private final ClassChanges changes;
    private final Appeals appeals;
    private final ChangedAggregates changed;

    FollowClassRoster(ClassChanges changes, Appeals appeals, ChangedAggregates changed) {
        this.changes = changes;
        this.appeals = appeals;
        this.changed = changed;
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
        open.forEach(id -> changed.settleBeforeCommit(appeals.forSweep(scope, id)));
        if (open.size() < most) {
            changes.done(change);
            return false;
        }
        changes.advance(change, open.getLast());
        return true;
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

package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Lets open appeals leave their closed special classes, and the tasks of all others follow the people of theirs, in batches, on
 * whichever replica comes first.
 */
@ApplicationScoped
class ClassTasksSweep implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ClassTasksSweep.class);
    private static final int BATCH = 20;
    private static final UUID FIRST = new UUID(0, 0);

    private final ClassChanges changes;
    private final FollowClassRoster follow;
    private final LeaveClosedClasses closed;
    private final Period every;
    private final SetAside setAside = new SetAside(System::nanoTime);
    private final RareStacks stacks = new RareStacks();

    ClassTasksSweep(
            ClassChanges changes,
            FollowClassRoster follow,
            LeaveClosedClasses closed,
            @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.changes = changes;
        this.follow = follow;
        this.closed = closed;
        this.every = every;
    }

    @Override
    public String name() {
        return "class-tasks";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        run();
    }

    /** First who leaves: whoever follows the class has the tasks then, and nobody in between. */
    void run() {
        leaveClosedClasses();
        changes.all().forEach(this::follow);
    }

    private void leaveClosedClasses() {
        SetAside.Round leftAlone = setAside.round();
        UUID after = FIRST;
        List<UUID> found;
        do {
            found = closed.find(Scope.system(), after, leftAlone.ids(), BATCH);
            leave(found, leftAlone);
            after = found.isEmpty() ? after : found.getLast();
        } while (found.size() == BATCH && SupervisedLoop.goesOn());
    }

    private void leave(List<UUID> found, SetAside.Round leftAlone) {
        if (found.isEmpty()) {
            return;
        }
        try {
            closed.leave(Scope.system(), found);
            found.forEach(setAside::remove);
        } catch (RuntimeException broken) {
            LOG.warnf("%d appeals leave their closed classes one by one: %s", found.size(), broken);
            found.forEach(id -> leave(id, leftAlone));
        }
    }

    private void leave(UUID id, SetAside.Round leftAlone) {
        try {
            closed.leave(Scope.system(), List.of(id));
            setAside.remove(id);
        } catch (RuntimeException broken) {
            LOG.errorf(
                    stacks.due(broken),
                    "appeal %s cannot leave its closed class; it is left alone for a while: %s",
                    id,
                    DatabaseFailure.describe(broken));
            leftAlone.add(id);
        }
    }

    private void follow(ClassChanges.Change change) {
        boolean more = true;
        while (more && SupervisedLoop.goesOn()) {
            try {
                more = follow.next(Scope.system(), change, BATCH);
            } catch (RuntimeException broken) {
                LOG.warnf("the tasks of special class %s are settled one by one: %s", change.classId(), broken);
                more = oneByOne(change);
            }
        }
    }

    private boolean oneByOne(ClassChanges.Change change) {
        boolean more = true;
        for (int i = 0; i < BATCH && more; i++) {
            try {
                more = follow.next(Scope.system(), change, 1);
            } catch (RuntimeException broken) {
                LOG.errorf(
                        stacks.due(broken),
                        "tasks of special class %s: %s",
                        change.classId(),
                        DatabaseFailure.describe(broken));
                more = follow.passOver(Scope.system(), change);
            }
        }
        return more;
    }
}

package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Lets the tasks of open appeals follow the people of their special classes, in batches, on whichever replica comes first. */
@ApplicationScoped
class ClassTasksSweep implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ClassTasksSweep.class);
    private static final int BATCH = 20;

    private final ClassChanges changes;
    private final FollowClassRoster follow;
    private final Period every;
    private final RareStacks stacks = new RareStacks();

    ClassTasksSweep(
            ClassChanges changes, FollowClassRoster follow, @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.changes = changes;
        this.follow = follow;
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

    void run() {
        changes.all().forEach(this::follow);
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

package org.pengjiang.appeal.directory;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets the tasks of open appeals follow the people of their special classes, in batches, on whichever replica comes first. */
@ApplicationScoped
class ClassTasksSweep {
    private static final Logger LOG = Logger.getLogger(ClassTasksSweep.class);
    private static final int BATCH = 20;

    private final ClassChanges changes;
    private final SettleClassTasks settle;

    ClassTasksSweep(ClassChanges changes, SettleClassTasks settle) {
        this.changes = changes;
        this.settle = settle;
    }

    @Scheduled(
            every = "{appeal.sweep.every}",
            identity = "class-tasks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        try {
            run();
        } catch (RuntimeException failure) {
            // nothing is lost: what is noted stays noted
            LOG.errorf(failure, "the tasks of changed special classes could not follow and are tried again");
        }
    }

    void run() {
        changes.all().forEach(this::follow);
    }

    private void follow(ClassChanges.Change change) {
        boolean more = true;
        while (more) {
            try {
                more = settle.next(change, BATCH);
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
                more = settle.next(change, 1);
            } catch (RuntimeException broken) {
                LOG.errorf(broken, "tasks of special class %s", change.classId());
                more = settle.passOver(change);
            }
        }
        return more;
    }
}

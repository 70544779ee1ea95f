package org.pengjiang.appeal.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.Appeals;
import org.pengjiang.appeal.model.CalendarFollower;
import org.pengjiang.appeal.model.DueLevels;
import org.pengjiang.appeal.model.Now;
import org.pengjiang.appeal.model.Timekeeper;

/**
 * The transactions of a sweep. A chunk ends after 20 appeals or 50 ms, because a longer transaction would hold every feed of
 * the cluster back; what it did not come to stays due and is claimed again.
 */
@ApplicationScoped
class SweepWork {
    private static final int MOST_APPEALS = 20;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Appeals appeals;
    private final Timekeeper timekeeper;
    private final CalendarFollower calendar;
    private final DueLevels levels;

    SweepWork(Appeals appeals, Timekeeper timekeeper, CalendarFollower calendar, DueLevels levels) {
        this.appeals = appeals;
        this.timekeeper = timekeeper;
        this.calendar = calendar;
        this.levels = levels;
    }

    /** Takes the next appeals and locks them. */
    interface Claim {
        List<UUID> next(Collection<UUID> without, int most);
    }

    /** What a piece of work came to. */
    record Done(int appeals, int fired, int revised) {
        static final Done NOTHING = new Done(0, 0, 0);

        Done and(Done more) {
            return new Done(appeals + more.appeals, fired + more.fired, revised + more.revised);
        }
    }

    /**
     * @param claimed is told what was claimed, so that it can be tried one by one when the chunk fails
     * @param handled is told what was brought up to date
     */
    @Transactional
    Done chunk(Claim claim, Collection<UUID> without, Collection<UUID> claimed, Collection<UUID> handled) {
        long started = System.nanoTime();
        Done done = Done.NOTHING;
        List<UUID> next = claim.next(without, MOST_APPEALS);
        claimed.addAll(next);
        for (UUID id : next) {
            done = done.and(bringUpToDate(id));
            handled.add(id);
            if (System.nanoTime() - started > LONGEST_NANOS) {
                break;
            }
        }
        return done;
    }

    @Transactional
    Done one(UUID id) {
        return bringUpToDate(id);
    }

    private Done bringUpToDate(UUID id) {
        Appeal appeal = appeals.forSweep(id);
        Now now = timekeeper.now(appeal);
        int revised = calendar.follow(appeal, now);
        int fired = levels.fire(appeal, now);
        return new Done(1, fired, revised);
    }
}

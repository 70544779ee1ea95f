package org.pengjiang.appeal.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
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

    /** An appeal of which something waits to be fired. */
    private record Overdue(Instant since, Appeal appeal, Now now) {}

    private static final Comparator<Overdue> FIRST_DUE_FIRST = Comparator.comparing(Overdue::since)
            .thenComparing(due -> due.appeal().id());

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
     * What is overdue fires in its order, over all that was claimed.
     *
     * @param claimed is told what was claimed, so that it can be tried one by one when the chunk fails
     * @param handled is told what was brought up to date
     */
    @Transactional
    Done chunk(Claim claim, Collection<UUID> without, Collection<UUID> claimed, Collection<UUID> handled) {
        long started = System.nanoTime();
        claimed.addAll(claim.next(without, MOST_APPEALS));
        Queue<Overdue> overdue = new PriorityQueue<>(FIRST_DUE_FIRST);
        Done done = Done.NOTHING;
        for (UUID id : claimed) {
            Appeal appeal = appeals.forSweep(id);
            Now now = timekeeper.now(appeal);
            done = done.and(new Done(1, 0, calendar.follow(appeal, now)));
            queue(appeal, now, overdue, handled);
            if (System.nanoTime() - started > LONGEST_NANOS / 2) {
                break;
            }
        }
        while (!overdue.isEmpty()) {
            Overdue first = overdue.remove();
            levels.fireNext(first.appeal(), first.now());
            done = done.and(new Done(0, 1, 0));
            queue(first.appeal(), first.now(), overdue, handled);
            if (System.nanoTime() - started > LONGEST_NANOS) {
                break;
            }
        }
        return done;
    }

    private void queue(Appeal appeal, Now now, Queue<Overdue> overdue, Collection<UUID> handled) {
        levels.overdueSince(appeal, now)
                .ifPresentOrElse(since -> overdue.add(new Overdue(since, appeal, now)), () -> handled.add(appeal.id()));
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

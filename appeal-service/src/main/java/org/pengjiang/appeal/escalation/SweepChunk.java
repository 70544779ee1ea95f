package org.pengjiang.appeal.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.AppealLog.Entry;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.CalendarFollower;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.kit.identity.SystemScope;

/**
 * The transactions of a sweep. A chunk ends after 20 appeals or 50 ms, because a longer transaction would hold every feed of
 * the cluster back; what it did not come to stays due and is claimed again.
 */
@ApplicationScoped
class SweepChunk {
    private static final int MOST_APPEALS = 20;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Appeals appeals;
    private final DueAppeals due;
    private final TimeContexts times;
    private final CalendarFollower calendar;
    private final EscalationEngine escalation;
    private final AppealLog log;

    SweepChunk(
            Appeals appeals,
            DueAppeals due,
            TimeContexts times,
            CalendarFollower calendar,
            EscalationEngine escalation,
            AppealLog log) {
        this.appeals = appeals;
        this.due = due;
        this.times = times;
        this.calendar = calendar;
        this.escalation = escalation;
        this.log = log;
    }

    /** An appeal of which something waits to be fired. */
    private record Overdue(Instant since, Appeal appeal, TimeContext now) {}

    private static final Comparator<Overdue> FIRST_DUE_FIRST = Comparator.comparing(Overdue::since)
            .thenComparing(due -> due.appeal().id());

    /** Takes the next appeals and locks them. */
    interface Claim {
        List<UUID> next(int most);
    }

    /** What a piece of work came to. */
    record Result(int appeals, int fired, int revised) {
        static final Result NOTHING = new Result(0, 0, 0);

        Result and(Result more) {
            return new Result(appeals + more.appeals, fired + more.fired, revised + more.revised);
        }
    }

    /**
     * What is overdue fires in its order, and only as far as the last appeal that was read: what was not read may come next.
     *
     * @param claim gives the longest overdue first, or no order is kept between appeals
     * @param claimed is told what was claimed, so that it can be tried one by one when the chunk fails
     * @param handled is told what was brought up to date
     */
    @Transactional
    Result chunk(SystemScope scope, Claim claim, List<UUID> claimed, Collection<UUID> handled) {
        long started = System.nanoTime();
        claimed.addAll(claim.next(MOST_APPEALS));
        Queue<Overdue> overdue = new PriorityQueue<>(FIRST_DUE_FIRST);
        Instant known = Instant.MIN;
        Result done = Result.NOTHING;
        for (Appeal appeal : appeals.claimed(scope, claimed)) {
            TimeContext now = times.now(appeal);
            done = done.and(new Result(1, 0, calendar.follow(appeal, now)));
            known = later(known, queue(appeal, now, overdue, handled));
            if (System.nanoTime() - started > LONGEST_NANOS / 2) {
                break;
            }
        }
        List<Entry> happened = new ArrayList<>();
        while (!overdue.isEmpty() && !overdue.element().since().isAfter(known)) {
            Overdue first = overdue.remove();
            escalation
                    .fireNext(first.appeal(), first.now())
                    .forEach(event -> happened.add(new Entry(first.appeal(), event)));
            done = done.and(new Result(0, 1, 0));
            queue(first.appeal(), first.now(), overdue, handled);
            if (System.nanoTime() - started > LONGEST_NANOS) {
                break;
            }
        }
        log.appendAll(happened);
        return done;
    }

    /** @return since when something of this appeal is overdue */
    private Optional<Instant> queue(Appeal appeal, TimeContext now, Queue<Overdue> overdue, Collection<UUID> handled) {
        Optional<Instant> since = escalation.overdueSince(appeal, now);
        since.ifPresentOrElse(moment -> overdue.add(new Overdue(moment, appeal, now)), () -> handled.add(appeal.id()));
        return since;
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(moment -> moment.isAfter(one)).orElse(one);
    }

    /** All that is due of one appeal; that it has broken a sweep is forgotten. */
    @Transactional
    Result one(SystemScope scope, UUID id) {
        Appeal appeal = appeals.forSweep(scope, id);
        TimeContext now = times.now(appeal);
        int revised = calendar.follow(appeal, now);
        int fired = escalation.fire(appeal, now);
        due.worked(id);
        return new Result(1, fired, revised);
    }
}

package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.events.AppealRated;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockWarned;

/**
 * Fires what the clocks of an appeal have come to, in the order in which it was due, each once and with the moment it was
 * due at. A sweep asks for it, and so does every command before it is carried out: what is late is late, also when the
 * answer comes before the sweep.
 */
@ApplicationScoped
public class DueLevels {
    private final AppealLog log;

    DueLevels(AppealLog log) {
        this.log = log;
    }

    /** @return how many levels fired */
    @Transactional(Transactional.TxType.MANDATORY)
    public int fire(Appeal appeal, Now now) {
        return fire(appeal, now.at(), now);
    }

    /** When the next level of an appeal was due, if one is overdue. */
    public Optional<Instant> overdueSince(Appeal appeal, Now now) {
        return appeal.nextToFire(now.at()).flatMap(DeadlineClock::nextFireAt);
    }

    /** Only the level that has been overdue longest, so that another appeal may come next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fireNext(Appeal appeal, Now now) {
        fire(appeal, appeal.nextToFire(now.at()).orElseThrow(), now);
    }

    /** Only what was due by a moment before now. */
    int fire(Appeal appeal, Instant by, Now now) {
        int fired = 0;
        Optional<DeadlineClock> next = appeal.nextToFire(by);
        while (next.isPresent()) {
            fire(appeal, next.get(), now);
            fired++;
            next = appeal.nextToFire(by);
        }
        return fired;
    }

    private void fire(Appeal appeal, DeadlineClock clock, Now now) {
        int level = clock.nextLevel().orElseThrow();
        if (level < ClockType.WHOLE) {
            warn(appeal, clock, level, now);
        } else if (clock.type().isPromise()) {
            breach(appeal, clock, now);
        } else {
            closeByWindow(appeal, clock, now);
        }
    }

    private void warn(Appeal appeal, DeadlineClock clock, int percent, Now now) {
        Instant due = clock.dueAt().orElseThrow();
        boolean provisional = clock.isProvisional();
        Instant moment = appeal.warn(clock, percent, now);
        log.append(
                appeal,
                new ClockWarned(
                        appeal.standing(),
                        clock.id(),
                        clock.type().name(),
                        clock.family().name(),
                        due,
                        provisional,
                        percent,
                        moment));
    }

    private void breach(Appeal appeal, DeadlineClock clock, Now now) {
        Breach breach = appeal.breach(clock, now);
        log.append(
                appeal,
                new ClockBreached(
                        appeal.standing(),
                        clock.id(),
                        clock.type().name(),
                        clock.family().name(),
                        breach.dueAt(),
                        breach.isProvisional(),
                        breach.dueAt()));
        if (clock.type() == ClockType.SIGN && appeal.state() == AppealState.DISPATCHED) {
            appeal.signAutomatically(now.at(breach.dueAt()));
            log.append(appeal, new AppealSigned(appeal.standing(), breach.dueAt(), true, false));
        }
    }

    private void closeByWindow(Appeal appeal, DeadlineClock clock, Now now) {
        Instant due = appeal.windowOver(clock, now);
        log.append(appeal, new AppealRated(appeal.standing(), due, null, null, true));
        log.append(appeal, new AppealClosed(appeal.standing(), due, ClosedBy.WINDOW.name()));
    }
}

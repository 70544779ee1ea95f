package org.pengjiang.appeal.model.escalation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockEscalated;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.AppealLog.Entry;
import org.pengjiang.appeal.model.appeal.Breach;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.calendar.Target;

/**
 * Fires what the clocks of an appeal have come to, in the order in which it was due, each once and with the moment it was
 * due at. A sweep asks for it, and so does every command before it is carried out: what is late is late, also when the
 * answer comes before the sweep.
 */
@ApplicationScoped
public class EscalationEngine {
    private final Assignments assignments;
    private final AppealLog log;
    private final Map<ClockType, ExpiryHandler> handlers = new EnumMap<>(ClockType.class);

    public EscalationEngine(Assignments assignments, AppealLog log, @All List<ExpiryHandler> handlers) {
        this.assignments = assignments;
        this.log = log;
        for (ExpiryHandler handler : handlers) {
            if (this.handlers.put(handler.type(), handler) != null) {
                throw new IllegalStateException(handler.type() + " has two handlers of its due");
            }
        }
    }

    /** @return how many levels fired */
    @Transactional(Transactional.TxType.MANDATORY)
    public int fire(Appeal appeal, TimeContext now) {
        return fire(appeal, now.at(), now);
    }

    /** When the next level of an appeal was due, if one is overdue. */
    public Optional<Instant> overdueSince(Appeal appeal, TimeContext now) {
        return appeal.nextToFire(now.at()).flatMap(SlaClock::nextFireAt);
    }

    /**
     * Only the level that has been overdue longest, so that another appeal may come next.
     *
     * @return what has happened; whoever asks writes it to the log
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<AppealEvent> fireNext(Appeal appeal, TimeContext now) {
        return fire(appeal, appeal.nextToFire(now.at()).orElseThrow(), now);
    }

    /** Only what was due by a moment before now. */
    int fire(Appeal appeal, Instant by, TimeContext now) {
        List<Entry> happened = new ArrayList<>();
        int fired = 0;
        Optional<SlaClock> next = appeal.nextToFire(by);
        while (next.isPresent()) {
            fire(appeal, next.get(), now).forEach(event -> happened.add(new Entry(appeal, event)));
            fired++;
            next = appeal.nextToFire(by);
        }
        if (!happened.isEmpty()) {
            log.appendAll(happened);
        }
        return fired;
    }

    private List<AppealEvent> fire(Appeal appeal, SlaClock clock, TimeContext now) {
        int level = clock.nextLevel().orElseThrow();
        if (clock.isFired(level)) {
            appeal.lookAhead(clock, now);
            return List.of();
        }
        if (level == ClockType.DUE) {
            return expire(appeal, clock, now);
        }
        return List.of(level < ClockType.DUE ? warn(appeal, clock, now) : escalate(appeal, clock, now));
    }

    private static AppealEvent warn(Appeal appeal, SlaClock clock, TimeContext now) {
        int percent = clock.nextLevel().orElseThrow();
        Instant due = clock.dueAt().orElseThrow();
        boolean provisional = clock.isProvisional();
        Instant moment = appeal.climb(clock, now);
        return new ClockWarned(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                due,
                provisional,
                percent,
                moment);
    }

    /** What a type without a handler comes to at its due is only noted. */
    private List<AppealEvent> expire(Appeal appeal, SlaClock clock, TimeContext now) {
        List<AppealEvent> happened = new ArrayList<>();
        Instant due;
        if (clock.type().kind().isBreachedAtDue()) {
            Breach breach = appeal.breach(clock, unitAtDue(appeal, clock), now);
            due = breach.dueAt();
            happened.add(breached(appeal, clock, breach));
        } else {
            due = appeal.climb(clock, now);
        }
        ExpiryHandler handler = handlers.get(clock.type());
        if (handler != null) {
            happened.addAll(handler.expired(appeal, now.at(due)));
        }
        return happened;
    }

    /** The unit that answers for it; nobody: the centre does. An urge or an order is no unit's that has got it with the appeal. */
    private @Nullable String unitAtDue(Appeal appeal, SlaClock clock) {
        if (clock.type().isOfCentre()) {
            return null;
        }
        if (clock.type().isOfPart() && clock.unitCode().isPresent()) {
            return clock.unitCode().get();
        }
        return clock.dueAt()
                .flatMap(due -> clock.type().isOfPart() && clock.family() == ClockFamily.UNIT
                        ? assignments.unitThroughout(appeal, clock.startedAt(), due)
                        : assignments.unitAt(appeal, due))
                .orElse(null);
    }

    private static AppealEvent breached(Appeal appeal, SlaClock clock, Breach breach) {
        return new ClockBreached(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                breach.dueAt(),
                breach.isProvisional(),
                breach.dueAt(),
                breach.unitAtDue().orElse(null),
                breach.unitAtDue().isPresent() ? "UNIT" : "CENTRE");
    }

    private static AppealEvent escalate(Appeal appeal, SlaClock clock, TimeContext now) {
        int level = clock.nextLevel().orElseThrow();
        Instant due = clock.dueAt().orElseThrow();
        boolean provisional = clock.isProvisional();
        Target afterDue = now.policy()
                .ladder(clock.rule().timeClass(), clock.type())
                .at(level)
                .map(Rung::afterDue)
                .orElseThrow();
        Instant moment = appeal.climb(clock, now);
        return new ClockEscalated(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                due,
                provisional,
                level,
                afterDue.amount(),
                afterDue.unit().name(),
                moment);
    }
}

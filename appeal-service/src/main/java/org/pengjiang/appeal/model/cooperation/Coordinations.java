package org.pengjiang.appeal.model.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Calls to come together (街镇吹哨、部门报到): who was called, who came, what came of it, and how each side found the other. */
@ApplicationScoped
public class Coordinations {
    /** How far ahead one may be called. */
    static final Duration FURTHEST = Duration.ofDays(30);

    private static final String MEETING = "meetAt";

    private final AppealParts parts;

    public Coordinations(AppealParts parts) {
        this.parts = parts;
    }

    /** P0 and P1 wait for no meeting: whoever is called comes within so many minutes. */
    public static boolean isAtOnce(Appeal appeal) {
        TimeClass timeClass = appeal.classification().timeClass();
        return timeClass == TimeClass.P0 || timeClass == TimeClass.P1;
    }

    /** @return the latest meeting that may be called now */
    public static Instant latest(Appeal appeal, TimeContext now) {
        return isAtOnce(appeal)
                ? now.at().plus(Duration.ofMinutes(atOnce(now).amount()))
                : now.at().plus(FURTHEST);
    }

    private static Target atOnce(TimeContext now) {
        return now.limits().target(ClockType.ARRIVAL, now.calendar(), now.at());
    }

    /** @param call its meeting, where it names one, lies between now and {@link #latest} */
    public Coordination call(Appeal appeal, CoordinationCall call, String account, TimeContext now) {
        appeal.note(AppealCommand.COORDINATE, now);
        Instant said = call.meetAt();
        Instant meetAt = said == null ? latest(appeal, now) : said;
        Coordination coordination = new Coordination(appeal, of(appeal).size() + 1, call, meetAt, account, now.at());
        parts.add(coordination);
        int seq = parts.nextSeq(appeal, CalledUnit.class);
        for (UnitKey unit : call.units()) {
            parts.add(new CalledUnit(
                    appeal, seq++, coordination, unit, arrival(appeal, unit, said, meetAt, now), now.at()));
        }
        return coordination;
    }

    /** Due at the meeting itself, not up to a minute after it. */
    private static SlaClock arrival(
            Appeal appeal, UnitKey unit, @Nullable Instant said, Instant meetAt, TimeContext now) {
        if (said == null) {
            return appeal.start(ClockType.ARRIVAL, new ClockPlan(atOnce(now), unit.code(), HandlingLimits.SOURCE), now);
        }
        long minutes = Duration.between(now.at(), meetAt).plusSeconds(59).toMinutes();
        Target target = Target.naturalMinutes(Math.max(1, minutes));
        return appeal.start(
                ClockType.ARRIVAL,
                new ClockPlan(target, unit.code(), MEETING),
                now.at(meetAt.minus(Duration.ofMinutes(target.amount()))));
    }

    /** @throws DomainException COORDINATION_ENDED, ARRIVED_ALREADY, DECLINED_ALREADY */
    public void arrive(Appeal appeal, CalledUnit called, String who, String account, TimeContext now) {
        appeal.note(AppealCommand.REPORT_ARRIVAL, now);
        requireAwaited(appeal, called);
        appeal.answer(called.clock().id(), now);
        called.arrive(who, account, now.at());
    }

    /** @throws DomainException COORDINATION_ENDED, ARRIVED_ALREADY, DECLINED_ALREADY; ARRIVAL_OVERDUE: who declines does so before it is due */
    public void decline(Appeal appeal, CalledUnit called, String reason, String account, TimeContext now) {
        appeal.note(AppealCommand.DECLINE_COORDINATION, now);
        requireAwaited(appeal, called);
        if (isOverdue(called, now)) {
            throw new DomainException(AppealProblem.ARRIVAL_OVERDUE);
        }
        appeal.stop(called.clock().id(), now);
        called.decline(reason, account, now.at());
    }

    public static boolean isOverdue(CalledUnit called, TimeContext now) {
        return called.clock().dueAt().filter(due -> now.at().isAfter(due)).isPresent();
    }

    private void requireAwaited(Appeal appeal, CalledUnit called) {
        requireOpen(get(appeal, called.coordination()));
        if (called.hasDeclined()) {
            throw new DomainException(AppealProblem.DECLINED_ALREADY);
        }
        if (!called.isAwaited()) {
            throw new DomainException(AppealProblem.ARRIVED_ALREADY);
        }
    }

    /**
     * Ends it; whoever has not come by now is waited for no longer.
     *
     * @throws DomainException COORDINATION_ENDED; MINUTES_TOO_EARLY as long as somebody may still come
     */
    public void record(Appeal appeal, Coordination coordination, String minutes, String account, TimeContext now) {
        appeal.note(AppealCommand.RECORD_MINUTES, now);
        requireOpen(coordination);
        if (!isOver(appeal, coordination, now)) {
            throw new DomainException(AppealProblem.MINUTES_TOO_EARLY, coordination.seq());
        }
        called(appeal, coordination).stream()
                .filter(CalledUnit::isAwaited)
                .forEach(called -> appeal.stop(called.clock().id(), now));
        coordination.record(minutes, account, now.at());
    }

    /** Whether it has begun, or nobody is waited for any more. */
    public boolean isOver(Appeal appeal, Coordination coordination, TimeContext now) {
        return !now.at().isBefore(coordination.meetAt())
                || called(appeal, coordination).stream().noneMatch(CalledUnit::isAwaited);
    }

    private static void requireOpen(Coordination coordination) {
        if (!coordination.isOpen()) {
            throw new DomainException(AppealProblem.COORDINATION_ENDED, coordination.seq());
        }
    }

    /** @throws DomainException COORDINATION_OPEN, COORDINATION_ENDED, DECLINED_ALREADY, NOT_ARRIVED, SCORED_ALREADY */
    public void scoreUnit(Appeal appeal, CalledUnit called, int score, TimeContext now) {
        requireScored(appeal, called, called.scoreByLead(), now);
        called.scoreByLead(score);
    }

    /** @throws DomainException COORDINATION_OPEN, COORDINATION_ENDED, DECLINED_ALREADY, NOT_ARRIVED, SCORED_ALREADY */
    public void scoreLead(Appeal appeal, CalledUnit called, int score, TimeContext now) {
        requireScored(appeal, called, called.scoreByUnit(), now);
        called.scoreByUnit(score, now.at());
    }

    private void requireScored(Appeal appeal, CalledUnit called, Optional<Integer> before, TimeContext now) {
        appeal.note(AppealCommand.SCORE_COORDINATION, now);
        Coordination coordination = get(appeal, called.coordination());
        if (coordination.isOpen()) {
            throw new DomainException(AppealProblem.COORDINATION_OPEN, coordination.seq());
        }
        if (!coordination.isScored()) {
            throw new DomainException(AppealProblem.COORDINATION_ENDED, coordination.seq());
        }
        if (called.hasDeclined()) {
            throw new DomainException(AppealProblem.DECLINED_ALREADY);
        }
        if (called.arrivedAt().isEmpty()) {
            throw new DomainException(AppealProblem.NOT_ARRIVED);
        }
        if (before.isPresent()) {
            throw new DomainException(AppealProblem.SCORED_ALREADY);
        }
    }

    public List<Coordination> of(Appeal appeal) {
        return appeal.clock(ClockType.ARRIVAL).isEmpty() ? List.of() : parts.of(appeal, Coordination.class);
    }

    public List<CalledUnit> called(Appeal appeal, Coordination coordination) {
        return parts.of(appeal, CalledUnit.class).stream()
                .filter(called -> called.coordination() == coordination.seq())
                .toList();
    }

    /** @throws DomainException NOT_FOUND */
    public Coordination get(Appeal appeal, int seq) {
        return of(appeal).stream()
                .filter(coordination -> coordination.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

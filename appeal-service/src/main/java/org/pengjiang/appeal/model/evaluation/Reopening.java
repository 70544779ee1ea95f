package org.pengjiang.appeal.model.evaluation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.DomainException;

/**
 * Who may have a closed appeal go on: the supervision at any time, the enterprise for some days from the closure on, and not after a
 * decision of the leader.
 */
public final class Reopening {
    private static final String WINDOW = "reopenDays";

    private Reopening() {}

    /** Until when the enterprise may; empty where it may not at all. */
    public static Optional<Instant> until(Appeal appeal, TimeContext now) {
        return appeal.state() == AppealState.CLOSED && !isDecided(appeal)
                ? appeal.progress().closedAt().map(closed -> windowEnd(closed, now))
                : Optional.empty();
    }

    public static boolean isOpenTo(Set<Capacity> capacities, Appeal appeal, TimeContext now) {
        return capacities.contains(Capacity.SUPERVISOR) || isWithin(appeal, now);
    }

    /** Whether the enterprise may. */
    public static boolean isWithin(Appeal appeal, TimeContext now) {
        return until(appeal, now).filter(end -> !now.at().isAfter(end)).isPresent();
    }

    /** @throws DomainException REOPENING_AFTER_DECISION, REOPENING_OVER */
    static void require(Orderer by, Appeal appeal, TimeContext now) {
        if (by.as() == OrderedBy.SUPERVISOR || isWithin(appeal, now)) {
            return;
        }
        if (isDecided(appeal)) {
            throw new DomainException(AppealProblem.REOPENING_AFTER_DECISION);
        }
        Instant closed = appeal.progress().closedAt().orElseThrow();
        throw new DomainException(
                AppealProblem.REOPENING_OVER,
                now.limits().of(WINDOW),
                ShanghaiTime.date(windowEnd(closed, now).minusSeconds(1)));
    }

    private static boolean isDecided(Appeal appeal) {
        return appeal.progress()
                .closedBy()
                .filter(by -> by == ClosedBy.DECISION)
                .isPresent();
    }

    private static Instant windowEnd(Instant closed, TimeContext now) {
        return now.limits().windowEnd(WINDOW, closed, now.calendar());
    }
}

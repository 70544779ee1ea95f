package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;

/** Whose it is that an urge or an order was not answered in time, and how long an order lasts. */
class UrgesAndOrdersOfAnAppealTest {
    /** A Monday, 9:00. Offices work from 8:30 to 12:00 and from 14:30 to 17:30. */
    private static final Instant MONDAY = Instant.parse("2026-09-21T01:00:00Z");

    private final ALife life = new ALife(MONDAY, TimeClass.P3).contacted();

    @Test
    void whoHasGotTheAppealSinceItWasUrgedIsNotChargedWithTheUrge() {
        // Given: due at 15:30, and at the end of Tuesday
        life.urge();
        life.order(1);

        // When: a minute before
        life.at("2026-09-21T07:29:00Z").handOver(Handler.unit("440703-ZR"));
        life.at("2026-09-23T00:00:00Z").sweep();

        // Then
        assertEquals(List.of(Optional.empty()), chargedWith(ClockType.URGE));
        assertEquals(List.of(Optional.empty()), chargedWith(ClockType.ORDER));
    }

    @Test
    void whoHasHadItAllTheTimeIsChargedAlsoInSeveralTurns() {
        // Given
        life.urge();
        life.order(1);

        // When
        life.at("2026-09-21T03:00:00Z").handOver(Handler.unit("440703101"));
        life.at("2026-09-23T00:00:00Z").sweep();

        // Then
        assertEquals(List.of(Optional.of("440703101")), chargedWith(ClockType.URGE));
        assertEquals(List.of(Optional.of("440703101")), chargedWith(ClockType.ORDER));
    }

    @Test
    void anOrderOfAnAppealThatIsReopenedHasItsTimeOnceMore() {
        // Given
        life.order(3);
        life.reply(ReplyResult.SOLVED);
        life.rate(Solved.SOLVED, 5);
        ClockState closed = life.clock(ClockType.ORDER).state();

        // When
        life.at("2026-09-22T01:00:00Z").reopen(OrderedBy.SUPERVISOR);

        // Then
        assertEquals(ClockState.STOPPED, closed);
        SlaClock order = life.clock(ClockType.ORDER);
        assertEquals(life.orders.of(life.appeal).getFirst().clockId(), order.id());
        assertEquals(
                ALife.CALENDAR.deadline(life.time, order.target(), List.of()).dueAt(),
                order.dueAt().orElseThrow());
        assertEquals(Optional.of(Instant.parse("2026-09-28T09:30:00Z")), order.dueAt());

        // When
        life.orders.report(life.appeal, 1, "虚构", "head", life.now());

        // Then
        assertTrue(order.result().orElseThrow().met());
    }

    @Test
    void anOrderThatWasLateBeforeTheClosureHasOneMoreDay() {
        // Given
        life.order(1);
        life.at("2026-09-23T01:00:00Z").sweep();
        life.reply(ReplyResult.SOLVED);
        life.rate(Solved.SOLVED, 5);

        // When
        life.at("2026-09-23T02:00:00Z").reopen(OrderedBy.SUPERVISOR);

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-09-24T09:30:00Z")),
                life.clock(ClockType.ORDER).dueAt());
        assertEquals(1, chargedWith(ClockType.ORDER).size());
    }

    @Test
    void anOrderOfAnEarlierRoundComesBackWithTheAppeal() {
        // Given
        life.order(3);
        life.reply(ReplyResult.SOLVED);
        life.orderRework();
        life.at("2026-09-21T02:00:00Z");
        life.appeal.advance(AppealCommand.MERGE, AppealState.MERGED, life.now());

        // When
        Instant since = life.time;
        life.at("2026-09-22T01:00:00Z");
        life.appeal.comeBack(AppealCommand.UNMERGE, AppealState.DISPATCHED, since, life.now());

        // Then
        assertEquals(2, life.appeal.round());
        assertTrue(life.clock(ClockType.ORDER).isWaiting());
    }

    private List<Optional<String>> chargedWith(ClockType type) {
        return life.appeal.breaches().stream()
                .filter(breach -> breach.type() == type)
                .map(Breach::unitAtDue)
                .toList();
    }
}

package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockKind;
import org.pengjiang.appeal.model.lifecycle.ClockOwner;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;

/** What happens at the due of each type of clock. A new type fails here until it says so. */
class ExpiryOfEveryClockTest {
    private static final Instant MONDAY = Instant.parse("2026-09-21T01:00:00Z");

    /**
     * @param from a life in which the clock waits
     * @param state of the appeal a second after the due
     */
    private record Expiry(
            ClockKind kind, ClockOwner owner, Function<ALife, ALife> from, boolean breach, AppealState state) {}

    private static final Map<ClockType, Expiry> EXPIRIES = Map.ofEntries(
            Map.entry(
                    ClockType.PLAN,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::contacted, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.NEXT_UPDATE,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::contacted, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.SUSPENSION_REVIEW,
                    new Expiry(ClockKind.TIMER, ClockOwner.APPEAL, ALife::suspended, false, AppealState.SUSPENDED)),
            Map.entry(
                    ClockType.QUESTION,
                    new Expiry(ClockKind.WINDOW, ClockOwner.APPEAL, ALife::asked, false, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.CONTACT,
                    new Expiry(ClockKind.PROMISE, ClockOwner.APPEAL, ALife::waiting, true, AppealState.SUBMITTED)),
            Map.entry(
                    ClockType.RESOLVE,
                    new Expiry(ClockKind.PROMISE, ClockOwner.APPEAL, ALife::contacted, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.LIMIT,
                    new Expiry(ClockKind.PROMISE, ClockOwner.APPEAL, ALife::contacted, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.ACCEPT,
                    new Expiry(ClockKind.OLA, ClockOwner.APPEAL, ALife::waiting, true, AppealState.SUBMITTED)),
            Map.entry(
                    ClockType.SUPPLEMENT,
                    new Expiry(ClockKind.WINDOW, ClockOwner.APPEAL, ALife::toSupplement, false, AppealState.WITHDRAWN)),
            Map.entry(
                    ClockType.EMERGENCY,
                    new Expiry(ClockKind.WINDOW, ClockOwner.PART, ALife::emergency, false, AppealState.SUBMITTED)),
            Map.entry(
                    ClockType.OBJECTION_RULING,
                    new Expiry(ClockKind.OLA, ClockOwner.PART, ALife::objected, true, AppealState.REJECTED)),
            Map.entry(
                    ClockType.DISPATCH,
                    new Expiry(
                            ClockKind.OLA,
                            ClockOwner.APPEAL,
                            life -> {
                                life.accept();
                                return life.waiting();
                            },
                            true,
                            AppealState.PENDING_DISPATCH)),
            Map.entry(
                    ClockType.SIGN,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::dispatched, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.UNIT_CONTACT,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::dispatched, true, AppealState.DISPATCHED)),
            Map.entry(
                    ClockType.UNIT_RESOLVE,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::contacted, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.REVIEW,
                    new Expiry(ClockKind.OLA, ClockOwner.ASSIGNMENT, ALife::drafted, true, AppealState.REVIEW)),
            Map.entry(
                    ClockType.URGE,
                    new Expiry(
                            ClockKind.OLA,
                            ClockOwner.PART,
                            life -> {
                                life.contacted().urge();
                                return life;
                            },
                            true,
                            AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.ORDER,
                    new Expiry(
                            ClockKind.OLA,
                            ClockOwner.PART,
                            life -> {
                                life.contacted().order(2);
                                return life;
                            },
                            true,
                            AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.RULING,
                    new Expiry(ClockKind.OLA, ClockOwner.APPEAL, ALife::returned, true, AppealState.RETURN_REVIEW)),
            Map.entry(
                    ClockType.CALLBACK,
                    new Expiry(
                            ClockKind.OLA,
                            ClockOwner.PART,
                            life -> {
                                life.replied();
                                life.rate(Solved.NOT, 1);
                                return life;
                            },
                            true,
                            AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.VERIFICATION,
                    new Expiry(
                            ClockKind.WINDOW,
                            ClockOwner.PART,
                            life -> {
                                life.replied();
                                life.rate(Solved.NOT, 1);
                                return life;
                            },
                            false,
                            AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.CORRECTION,
                    new Expiry(
                            ClockKind.OLA,
                            ClockOwner.ASSIGNMENT,
                            life -> {
                                life.replied();
                                life.rate(Solved.NOT, 1);
                                life.sign();
                                return life;
                            },
                            true,
                            AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.DECISION,
                    new Expiry(
                            ClockKind.OLA, ClockOwner.APPEAL, ALife::ratedBadlyThreeTimes, true, AppealState.REPLIED)),
            Map.entry(
                    ClockType.MILESTONE,
                    new Expiry(ClockKind.PROMISE, ClockOwner.PART, ALife::tracked, true, AppealState.TRACKING)),
            Map.entry(
                    ClockType.TRACKING_REVIEW,
                    new Expiry(ClockKind.TIMER, ClockOwner.APPEAL, ALife::tracked, false, AppealState.TRACKING)),
            Map.entry(
                    ClockType.COTASK,
                    new Expiry(ClockKind.OLA, ClockOwner.PART, ALife::helped, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.ARRIVAL,
                    new Expiry(ClockKind.OLA, ClockOwner.PART, ALife::calledTogether, true, AppealState.IN_PROGRESS)),
            Map.entry(
                    ClockType.EVALUATION,
                    new Expiry(ClockKind.WINDOW, ClockOwner.APPEAL, ALife::replied, false, AppealState.CLOSED)));

    @Test
    void everyTypeOfClockSaysWhatHappensAtItsDue() {
        // When
        EnumSet<ClockType> said = EnumSet.copyOf(EXPIRIES.keySet());

        // Then
        assertEquals(EnumSet.allOf(ClockType.class), said);
    }

    @TestFactory
    Stream<DynamicTest> atItsDue() {
        return Arrays.stream(ClockType.values())
                .filter(EXPIRIES::containsKey)
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> expires(type, EXPIRIES.get(type))));
    }

    private static void expires(ClockType type, Expiry expiry) {
        // Given
        ALife life = expiry.from.apply(new ALife(MONDAY, TimeClass.P3));
        SlaClock clock = life.clock(type);

        // When
        life.time = clock.dueAt().orElseThrow().plusSeconds(1);
        life.sweep();

        // Then
        assertEquals(expiry.kind, type.kind());
        assertEquals(expiry.owner, type.owner());
        assertEquals(
                expiry.breach ? 1 : 0,
                life.events.stream()
                        .filter(event -> event instanceof ClockBreached breached
                                && breached.clock().equals(type.name()))
                        .count());
        assertEquals(
                expiry.breach,
                life.appeal.breaches().stream()
                        .anyMatch(breach -> breach.clockId().equals(clock.id())));
        assertEquals(expiry.state, life.appeal.state());
        assertEquals(true, clock.isFired(ClockType.DUE));
    }
}

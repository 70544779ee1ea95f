package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** What the screening does to the clocks: exact dues of changes of class, and of what was paused, rejected and upheld. */
class ClocksOfScreeningTest {
    /** At nine; the reply is due on Friday, at the latest on the Monday after. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private static final Instant REPLY_DUE = Instant.parse("2026-03-06T09:30:00Z");

    @Test
    void aFasterClassCountsFromTheReceiptWhereThatLeavesHalfOfItsTime() {
        // Given
        ALife life = ordinary().at("2026-03-02T02:00:00Z");

        // When
        change(life, TimeClass.P0, ClassChangeCause.DECIDED);

        // Then: 24 hours from the receipt
        assertEquals(Optional.of(Instant.parse("2026-03-03T01:00:00Z")), due(life, ClockType.RESOLVE));
        assertEquals(TimeClass.P0, life.appeal.classification().timeClass());
    }

    @Test
    void aFasterClassLeavesAtLeastHalfOfItsTimeFromNowOn() {
        // Given
        ALife life = ordinary().at("2026-03-05T02:00:00Z");
        life.sweep();

        // When
        change(life, TimeClass.P0, ClassChangeCause.DECIDED);

        // Then: twelve hours
        assertEquals(Optional.of(Instant.parse("2026-03-05T14:00:00Z")), due(life, ClockType.RESOLVE));
    }

    @Test
    void aFasterClassNeverMovesADueBack() {
        // Given: an hour and a half before it is due
        ALife life = ordinary().at("2026-03-06T08:00:00Z");
        life.sweep();

        // When
        Reclassification.Changed changed = change(life, TimeClass.P0, ClassChangeCause.DECIDED);

        // Then
        assertEquals(Optional.of(REPLY_DUE), due(life, ClockType.RESOLVE));
        assertFalse(changed.clocks().stream()
                .filter(revised -> revised.clock().type() == ClockType.RESOLVE)
                .anyMatch(RevisedClock::isMoved));
    }

    @Test
    void aPlanIsOwedAsLongAsTheClassWantsOne() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.withoutPlans()).contacted();
        assertTrue(life.appeal.clock(ClockType.PLAN).isEmpty());

        // When, Then: two hours from now on
        change(life.at("2026-03-02T01:30:00Z"), TimeClass.P0, ClassChangeCause.DECIDED);
        assertEquals(Optional.of(Instant.parse("2026-03-02T03:30:00Z")), due(life, ClockType.PLAN));
        assertEquals(Optional.of("440703101"), life.clock(ClockType.PLAN).unitCode());

        // When, Then: and no question brings it back
        change(life, TimeClass.P3, ClassChangeCause.DECIDED);
        assertEquals(ClockState.STOPPED, life.clock(ClockType.PLAN).state());
        life.ask();
        life.answer();
        assertEquals(ClockState.STOPPED, life.clock(ClockType.PLAN).state());
    }

    @Test
    void aSlowerClassKeepsWhatWasPromised() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P0, ALife.WHOLE_DAYS).at("2026-03-02T01:05:00Z");

        // When
        change(life, TimeClass.P3, ClassChangeCause.DECIDED);

        // Then
        assertEquals(Optional.of(Instant.parse("2026-03-03T01:00:00Z")), due(life, ClockType.RESOLVE));
        assertEquals(Optional.of(Instant.parse("2026-03-02T01:30:00Z")), due(life, ClockType.CONTACT));
    }

    @Test
    void aRefusedEmergencyHasTheDatesThatItWouldHaveHad() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P0, ALife.WHOLE_DAYS).at("2026-03-02T01:05:00Z");

        // When
        change(life, TimeClass.P3, ClassChangeCause.EMERGENCY_REFUSED);

        // Then
        assertEquals(Optional.of(Instant.parse("2026-03-02T02:00:00Z")), due(life, ClockType.CONTACT));
        assertEquals(Optional.of(REPLY_DUE), due(life, ClockType.RESOLVE));
        assertEquals(Optional.of(Instant.parse("2026-03-09T09:30:00Z")), due(life, ClockType.LIMIT));
        assertEquals(Optional.empty(), life.clock(ClockType.RESOLVE).originalDueAt(), "nobody was given more time");
    }

    @Test
    void whatIsMetOrMissedStays() {
        // Given: contacted in time; an hour late to accept
        ALife life = ordinary().waiting().at("2026-03-02T05:00:00Z");
        life.sweep();
        assertTrue(life.clock(ClockType.CONTACT)
                .result()
                .map(ClockResult::met)
                .filter(met -> !met)
                .isPresent());
        ClockResult missed = life.clock(ClockType.CONTACT).result().orElseThrow();

        // When
        Reclassification.Changed changed = change(life, TimeClass.P0, ClassChangeCause.DECIDED);

        // Then
        assertEquals(missed, life.clock(ClockType.CONTACT).result().orElseThrow());
        assertEquals(
                List.of(ClockType.LIMIT, ClockType.RESOLVE),
                changed.clocks().stream().map(revised -> revised.clock().type()).toList());
        assertEquals(
                1,
                life.appeal.breaches().stream()
                        .filter(breach -> breach.type() == ClockType.CONTACT)
                        .count());
    }

    @Test
    void theReplyWaitsForTheSupplementByTheWorkingMinutesThatItTook() {
        // Given
        ALife life = ordinary().waiting().at("2026-03-02T01:30:00Z");
        life.supplements.request(life.appeal, List.of("虚构"), "dispatcher", life.now());
        assertEquals(ClockState.PAUSED, life.clock(ClockType.RESOLVE).state());
        assertEquals(ClockState.RUNNING, life.clock(ClockType.CONTACT).state());
        assertEquals(Optional.of(Instant.parse("2026-03-09T09:30:00Z")), due(life, ClockType.SUPPLEMENT));

        // When: two days later
        life.at("2026-03-04T01:30:00Z").sweep();
        life.supplements.supply(life.appeal, "虚构", "enterprise", life.now());

        // Then
        assertEquals(Optional.of(Instant.parse("2026-03-10T09:30:00Z")), due(life, ClockType.RESOLVE));
        assertFalse(life.clock(ClockType.CONTACT).result().orElseThrow().met(), "the contact did not wait");
        assertEquals(
                Instant.parse("2026-03-04T01:30:00Z"),
                life.clock(ClockType.ACCEPT).startedAt());
        assertEquals(ClockState.MET, life.clock(ClockType.SUPPLEMENT).state());
        DomainException again = assertThrows(
                DomainException.class,
                () -> life.supplements.request(life.appeal, List.of("虚构"), "dispatcher", life.now()));
        assertEquals(AppealProblem.SUPPLEMENT_ASKED_BEFORE, again.code());
    }

    @Test
    void theCallOfTheCentreAnswersTheContactAndNoUnitIsMeasuredByIt() {
        // Given
        ALife life = ordinary().toSupplement().at("2026-03-02T01:20:00Z");

        // When
        life.call();

        // Then
        assertTrue(life.clock(ClockType.CONTACT).result().orElseThrow().met());
        assertEquals(Optional.of(life.time), life.appeal.progress().contactedAt());
        life.supplements.supply(life.appeal, "虚构", "enterprise", life.now());
        life.dispatched();
        assertTrue(life.appeal.clock(ClockType.UNIT_CONTACT).isEmpty());
    }

    @Test
    void whatIsSuppliedExactlyAtTheEndIsInTimeAndASecondLaterItHasLapsed() {
        // Given
        ALife inTime = ordinary().toSupplement();
        ALife late = ordinary().toSupplement();
        Instant end = due(late, ClockType.SUPPLEMENT).orElseThrow();

        // When
        inTime.time = end;
        inTime.supplements.supply(inTime.appeal, "虚构", "enterprise", inTime.now());
        late.time = end.plusSeconds(1);
        late.sweep();

        // Then
        assertEquals(AppealState.SUBMITTED, inTime.appeal.state());
        assertEquals(AppealState.WITHDRAWN, late.appeal.state());
        assertEquals(Optional.of(end), late.supplements.lapsedAt(late.appeal));
        assertTrue(late.appeal.clocks().stream().noneMatch(SlaClock::isWaiting));
    }

    @Test
    void theTimeFromTheRejectionToItsUpholdingIsAGap() {
        // Given: twenty of sixty minutes are used
        ALife life = ordinary().at("2026-03-02T01:20:00Z").rejected();
        life.at("2026-03-02T08:00:00Z").sweep();
        life.objections.object(life.appeal, "虚构", "enterprise", life.now());
        assertTrue(life.appeal.breaches().isEmpty(), "nothing is promised meanwhile");

        // When
        life.at("2026-03-03T01:00:00Z").sweep();
        life.objections.uphold(life.appeal, "supervisor", "虚构", life.now());
        life.appeal.waitForCentre(life.now());

        // Then: forty are left
        assertEquals(Optional.of(Instant.parse("2026-03-03T01:40:00Z")), due(life, ClockType.CONTACT));
        assertEquals(AppealState.PENDING_DISPATCH, life.appeal.state());
        assertEquals(ClockState.RUNNING, life.clock(ClockType.DISPATCH).state());
        assertEquals(ClockState.MET, life.clock(ClockType.OBJECTION_RULING).state());
    }

    @Test
    void oneMayObjectUntilTheEndOfTheFifthWorkingDay() {
        // Given: the Mid-Autumn Festival lies within the window
        ALife life = new ALife(Instant.parse("2026-09-22T01:00:00Z"), TimeClass.P3, ALife.WHOLE_DAYS).rejected();
        Instant until = Instant.parse("2026-09-30T16:00:00Z");

        // When
        assertEquals(
                Optional.of(until),
                life.rejections.newest(life.appeal).orElseThrow().objectionUntil());
        life.time = until;
        DomainException late = assertThrows(
                DomainException.class, () -> life.objections.object(life.appeal, "虚构", "enterprise", life.now()));

        // Then
        assertEquals(AppealProblem.OBJECTION_TOO_LATE, late.code());
        life.time = until.minusSeconds(1);
        life.objections.object(life.appeal, "虚构", "enterprise", life.now());
        assertTrue(life.objections.open(life.appeal).isPresent());
    }

    @Test
    void whoeverHasRejectedItNeverRulesOnTheObjection() {
        // Given
        ALife life = ordinary().objected();

        // When, Then
        for (String account : List.of("dispatcher", "dispatcher-2", "enterprise")) {
            assertEquals(
                    AppealProblem.FOUR_EYES,
                    assertThrows(
                                    DomainException.class,
                                    () -> life.objections.uphold(life.appeal, account, "虚构", life.now()))
                            .code());
            assertEquals(
                    AppealProblem.FOUR_EYES,
                    assertThrows(
                                    DomainException.class,
                                    () -> life.objections.dismiss(life.appeal, account, "虚构", life.now()))
                            .code());
        }
        life.objections.dismiss(life.appeal, "supervisor", "虚构", life.now());
    }

    private static ALife ordinary() {
        return new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS);
    }

    private static Optional<Instant> due(ALife life, ClockType type) {
        return life.clock(type).dueAt();
    }

    private static Reclassification.Changed change(ALife life, TimeClass next, ClassChangeCause cause) {
        Classification present = life.appeal.classification();
        return life.classes.change(
                life.appeal,
                new Classification(present.category(), present.categoryVersion(), next, present.policyVersion()),
                new Reclassification.Why(cause, "虚构", "dispatcher"),
                life.now());
    }
}

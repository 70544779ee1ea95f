package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.assignment.Punctuality;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.withdrawal.Withdrawal;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.appeal.model.withdrawal.WithdrawnBy;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** What a return does to the clocks, and whose it is that something was late. */
class ReturningToAnotherUnitTest {
    private static final Instant MONDAY_AT_NINE = Instant.parse("2026-09-21T01:00:00Z");
    private static final Handler DEPARTMENT = Handler.unit("440703-ZR");

    @Test
    void aUnitReturnsWithinFourWorkingHoursOfItsDispatchAndNotASecondLater() {
        // Given: four working hours end at 14:30, behind the lunch break
        ALife inTime = dispatched();
        ALife late = dispatched();
        Instant end = ALife.CALENDAR.addWorkingMinutes(MONDAY_AT_NINE, 240).dueAt();

        // When
        inTime.time = end;
        inTime.sweep();
        inTime.giveBack("head");
        late.time = end.plusSeconds(1);
        late.sweep();
        DomainException refused = assertThrows(DomainException.class, () -> late.giveBack("head"));

        // Then
        assertEquals(AppealState.RETURN_REVIEW, inTime.appeal.state());
        assertEquals(AppealProblem.RETURN_TOO_LATE, refused.code());
        assertEquals(end, refused.members().get("returnableUntil"));
        assertFalse(late.returns.isPossible(late.appeal, late.now()));
    }

    @Test
    void theClocksOfTheUnitStandWhileItsReturnIsRuledOnAndGoOnWhenItIsRefused() {
        // Given
        ALife life = dispatched();
        Instant promised = life.clock(ClockType.UNIT_RESOLVE).dueAt().orElseThrow();
        life.at("2026-09-21T01:10:00Z").giveBack("head");

        // When
        List<ClockState> standing = List.of(
                life.clock(ClockType.SIGN).state(),
                life.clock(ClockType.UNIT_CONTACT).state(),
                life.clock(ClockType.UNIT_RESOLVE).state(),
                life.clock(ClockType.CONTACT).state(),
                life.clock(ClockType.LIMIT).state());
        life.at("2026-09-21T01:50:00Z").propose(false, "dispatcher");
        life.refuseReturn("supervisor");

        // Then
        assertEquals(
                List.of(
                        ClockState.PAUSED,
                        ClockState.PAUSED,
                        ClockState.PAUSED,
                        ClockState.RUNNING,
                        ClockState.RUNNING),
                standing);
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertEquals(
                1,
                life.appeal.clocks().stream()
                        .filter(clock -> clock.type() == ClockType.SIGN)
                        .count());
        // 120 working minutes from 09:00 on, and 40 of standing
        assertEquals(
                Optional.of(
                        ALife.CALENDAR.addWorkingMinutes(MONDAY_AT_NINE, 160).dueAt()),
                life.clock(ClockType.SIGN).dueAt());
        assertTrue(life.clock(ClockType.UNIT_RESOLVE).dueAt().orElseThrow().isAfter(promised));
        assertEquals(ClockState.MET, life.clock(ClockType.RULING).state());
        assertTrue(life.returns.of(life.appeal).getFirst().isImproper());
    }

    @Test
    void aRefusedReturnIsFinalForTheUnit() {
        // Given
        ALife life = dispatched();
        life.giveBack("head");
        life.propose(false, "dispatcher");
        life.refuseReturn("supervisor");

        // When
        DomainException refused = assertThrows(DomainException.class, () -> life.giveBack("another-head"));

        // Then
        assertEquals(AppealProblem.RETURNED_ALREADY, refused.code());
        assertFalse(life.returns.isPossible(life.appeal, life.now()));
    }

    @Test
    void whatFellDueAtAUnitWhoseReturnIsUpheldIsTheCentres() {
        // Given: the contact falls due at 10:00, and is made by the first unit while its return is ruled on
        ALife life = dispatched();
        life.at("2026-09-21T01:55:00Z").giveBack("head");
        life.at("2026-09-21T02:10:00Z").sweep();
        life.call();
        Punctuality before = life.assignments.punctuality(life.appeal, ClockType.CONTACT);
        life.propose(true, "dispatcher");

        // When
        life.uphold(DEPARTMENT, "supervisor");

        // Then
        assertEquals(new Punctuality(false, "440703101"), before);
        assertEquals(new Punctuality(false, null), life.assignments.punctuality(life.appeal, ClockType.CONTACT));
        assertEquals(
                List.of("CONTACT"),
                life.returns.relieved(life.appeal, life.returns.of(life.appeal).getFirst()));
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertEquals(Optional.of(DEPARTMENT), life.appeal.handler());
        assertEquals(
                ClockState.MET,
                ofUnit(life, ClockType.UNIT_CONTACT, "440703101").state());
        assertEquals(
                ClockState.STOPPED,
                ofUnit(life, ClockType.UNIT_RESOLVE, "440703101").state());
        assertEquals(
                ClockState.STOPPED, ofUnit(life, ClockType.SIGN, "440703101").state());
        assertTrue(ofUnit(life, ClockType.UNIT_RESOLVE, "440703-ZR").isWaiting());
        assertTrue(ofUnit(life, ClockType.SIGN, "440703-ZR").isWaiting());
    }

    @Test
    void withoutARulingInTimeTheOfficesHaveBrokenItAndTheSupervisionRulesWithoutAProposal() {
        // Given
        ALife life = dispatched();
        life.giveBack("head");
        DomainException early = assertThrows(DomainException.class, () -> life.refuseReturn("supervisor"));

        // When: the end of the working day
        life.at("2026-09-21T09:30:01Z").sweep();
        boolean ready = life.returns.isReadyToRule(life.appeal);
        life.uphold(DEPARTMENT, "supervisor");

        // Then
        assertEquals(AppealProblem.RULING_NOT_PROPOSED, early.code());
        assertTrue(ready);
        assertEquals(
                List.of(Optional.empty()),
                life.appeal.breaches().stream()
                        .filter(breach -> breach.type() == ClockType.RULING)
                        .map(Breach::unitAtDue)
                        .toList());
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
    }

    @Test
    void whoHasReturnedItNeitherProposesNorRulesAndWhoHasProposedDoesNotRule() {
        // Given
        ALife life = dispatched();
        life.giveBack("head");

        // When
        DomainException proposed = assertThrows(DomainException.class, () -> life.propose(true, "head"));
        life.propose(true, "dispatcher");
        DomainException ruled = assertThrows(DomainException.class, () -> life.uphold(DEPARTMENT, "dispatcher"));
        DomainException own = assertThrows(DomainException.class, () -> life.refuseReturn("head"));

        // Then
        assertEquals(
                List.of(AppealProblem.FOUR_EYES, AppealProblem.FOUR_EYES, AppealProblem.FOUR_EYES),
                List.of(proposed.code(), ruled.code(), own.code()));
        assertEquals(AppealState.RETURN_REVIEW, life.appeal.state());
    }

    @Test
    void theThirdTransferRaisesTheSupervision() {
        // Given
        ALife life = dispatched();
        transfer(life, "440703102");
        transfer(life, "440703-ZR");
        int before = life.appeal.supervisionLevel();

        // When
        transfer(life, "440703104");

        // Then
        assertEquals(0, before);
        assertEquals(2, life.appeal.supervisionLevel());
        assertEquals(3, life.returns.transfers(life.appeal));
    }

    @Test
    void aRedirectionByTheCentreIsNoTransferAndTheNextUnitHasClocksOfItsOwn() {
        // Given
        ALife life = dispatched();
        life.at("2026-09-21T01:20:00Z").sweep();

        // When
        life.assignments.add(life.assignments.redirect(life.appeal, DEPARTMENT, "dispatcher", "虚构", life.now()));

        // Then
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertEquals(0, life.returns.transfers(life.appeal));
        assertEquals(
                ClockState.STOPPED, ofUnit(life, ClockType.SIGN, "440703101").state());
        assertEquals(life.time, ofUnit(life, ClockType.SIGN, "440703-ZR").startedAt());
        assertEquals(Optional.empty(), life.assignments.unitAt(life.appeal, MONDAY_AT_NINE));
        assertEquals(Optional.of("440703-ZR"), life.assignments.unitAt(life.appeal, life.time));
        assertTrue(life.returns.isPossible(life.appeal, life.now()), "its window begins anew");
    }

    @Test
    void whoHasGotItWhileTheReturnWasRuledOnKeepsItAndTheTimeBeforeIsTheCentres() {
        // Given: the special class that has returned it closes, and the department follows
        ALife life = dispatched();
        life.at("2026-09-21T01:10:00Z").giveBack("head");
        life.at("2026-09-21T01:20:00Z").handOver(DEPARTMENT);
        life.at("2026-09-21T01:30:00Z").propose(true, "dispatcher");

        // When
        life.uphold(DEPARTMENT, "supervisor");

        // Then
        assertEquals(2, life.assignments.of(life.appeal).size());
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertTrue(life.returns.of(life.appeal).getFirst().isUpheld());
        assertTrue(ofUnit(life, ClockType.SIGN, "440703-ZR").isOpen());
        assertEquals(Optional.empty(), life.assignments.unitAt(life.appeal, MONDAY_AT_NINE));
        assertEquals(Optional.of("440703-ZR"), life.assignments.unitAt(life.appeal, life.time));
    }

    @Test
    void whatWhoeverHasGotItMeanwhileWasLateWithIsTheCentresTooWhereAThirdGetsIt() {
        // Given
        ALife life = dispatched();
        life.at("2026-09-21T01:10:00Z").giveBack("head");
        life.at("2026-09-21T01:20:00Z").handOver(DEPARTMENT);
        Instant meanwhile = life.time;
        life.at("2026-09-21T01:30:00Z").propose(true, "dispatcher");

        // When
        life.uphold(Handler.unit("440703104"), "supervisor");

        // Then
        assertEquals(Optional.empty(), life.assignments.unitAt(life.appeal, MONDAY_AT_NINE));
        assertEquals(Optional.empty(), life.assignments.unitAt(life.appeal, meanwhile));
        assertEquals(Optional.of("440703104"), life.assignments.unitAt(life.appeal, life.time));
    }

    @Test
    void nobodyRedirectsWhatARulingHasLeftToAUnit() {
        // Given
        ALife life = dispatched();
        life.giveBack("head");
        life.propose(false, "dispatcher");
        boolean before = life.returns.isKeptByRuling(life.appeal);

        // When
        life.refuseReturn("supervisor");

        // Then
        assertFalse(before);
        assertTrue(life.returns.isKeptByRuling(life.appeal));

        // When: the class that had to keep it is closed
        life.handOver(DEPARTMENT);

        // Then
        assertFalse(life.returns.isKeptByRuling(life.appeal));
    }

    @Test
    void whoHasReturnedItRightlyDoesNotGetItAgain() {
        // Given
        ALife life = dispatched();
        transfer(life, "440703-ZR");

        // When
        DomainException refused = assertThrows(
                DomainException.class,
                () -> life.returns.requireNotReturnedBy(life.appeal, Handler.unit("440703101"), "/unit"));

        // Then
        assertEquals(AppealProblem.UNIT_RETURNED_IT, refused.code());
        life.returns.requireNotReturnedBy(life.appeal, DEPARTMENT, "/unit");
    }

    @Test
    void aReturnOfWhatIsTakenBackHasLapsed() {
        // Given
        ALife life = dispatched();
        life.giveBack("head");

        // When
        life.withdrawals.withdraw(
                life.appeal,
                new Withdrawal.Said(WithdrawalReason.NO_LONGER_NEEDED, null, WithdrawnBy.ENTERPRISE, "enterprise"),
                life.now());

        // Then
        AppealReturn asked = life.returns.of(life.appeal).getFirst();
        assertEquals(AppealRequest.Outcome.LAPSED, asked.outcome());
        assertFalse(asked.isImproper());
    }

    private static void transfer(ALife life, String next) {
        life.giveBack("head");
        life.propose(true, "dispatcher");
        life.uphold(Handler.unit(next), "supervisor");
    }

    private static SlaClock ofUnit(ALife life, ClockType type, String unit) {
        return life.appeal.clocks().stream()
                .filter(clock -> clock.type() == type && clock.unitCode().equals(Optional.of(unit)))
                .findFirst()
                .orElseThrow();
    }

    private static ALife dispatched() {
        return new ALife(MONDAY_AT_NINE, TimeClass.P3).dispatched();
    }
}

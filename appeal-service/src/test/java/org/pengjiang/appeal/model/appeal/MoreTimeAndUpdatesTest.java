package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** More time for the reply, and when the enterprise hears the next time. Working time is 08:30 to 12:00 and 14:30 to 17:30. */
class MoreTimeAndUpdatesTest {
    /** Monday 2026-03-02 10:00: the reply is due on Friday 03-06, the latest reply on Monday 03-09, both at 17:30. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static ALife contacted() {
        return new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
    }

    @Test
    void aWorkingDayAheadIsTheLastMomentToAsk() {
        // Given: the last moment is the end of Thursday
        ALife inTime = contacted().at("2026-03-05T09:30:00Z");
        ALife late = contacted().at("2026-03-06T00:30:01Z");

        // When
        Extension asked = inTime.requestExtension(1);
        DomainException refused = assertThrows(DomainException.class, () -> late.requestExtension(1));

        // Then: the next working day is the day of the latest reply
        assertEquals(Instant.parse("2026-03-09T09:30:00Z"), asked.extendedDueAt());
        assertEquals(false, asked.isPastLimit());
        assertEquals(AppealProblem.EXTENSION_TOO_LATE, refused.code());
    }

    @Test
    void theDueMovesAndTheFirstPromiseIsKept() {
        // Given
        ALife life = contacted();
        life.requestExtension(1);

        // When
        List<SlaClock> moved = life.extensions.grant(life.appeal, 1, false, null, "supervisor", life.now());

        // Then
        assertEquals(
                List.of(ClockType.RESOLVE, ClockType.UNIT_RESOLVE),
                moved.stream().map(SlaClock::type).toList());
        assertEquals(
                Optional.of(Instant.parse("2026-03-09T09:30:00Z")),
                life.clock(ClockType.RESOLVE).dueAt());
        assertEquals(
                Optional.of(Instant.parse("2026-03-06T09:30:00Z")),
                life.clock(ClockType.RESOLVE).originalDueAt());
        assertEquals(
                List.of("EXTENDED"),
                life.clock(ClockType.RESOLVE).revisions().stream()
                        .map(DueRevision::reason)
                        .toList());
        assertEquals(
                AppealProblem.EXTENDED_ALREADY,
                assertThrows(DomainException.class, () -> life.requestExtension(1))
                        .code());
    }

    @Test
    void pastTheLatestReplyTheLeaderDecidesAndBothMove() {
        // Given: four working days more
        ALife life = contacted();
        life.requestExtension(4);

        // When
        DomainException refused = assertThrows(
                DomainException.class,
                () -> life.extensions.grant(life.appeal, 1, false, null, "supervisor", life.now()));
        life.extensions.grant(life.appeal, 1, true, null, "leader", life.now());

        // Then
        assertEquals(AppealProblem.LEADER_DECIDES, refused.code());
        assertEquals(
                Optional.of(Instant.parse("2026-03-12T09:30:00Z")),
                life.clock(ClockType.RESOLVE).dueAt());
        assertEquals(
                life.clock(ClockType.RESOLVE).dueAt(),
                life.clock(ClockType.LIMIT).dueAt());
        assertEquals(
                Optional.of(Instant.parse("2026-03-09T09:30:00Z")),
                life.clock(ClockType.LIMIT).originalDueAt());
    }

    @Test
    void afterAChangeOfClassMoreTimeCountsFromWhatWasPromised() {
        // Given: the reply stays due on Tuesday at ten, although the slower class would give it until Friday
        ALife life = new ALife(MONDAY, TimeClass.P0, ALife.WHOLE_DAYS).contacted();
        change(life, TimeClass.P3);

        // When
        Extension asked = life.requestExtension(1);
        life.extensions.grant(life.appeal, 1, true, null, "leader", life.now());

        // Then: the first end of a working day after it, and one more
        Instant wednesday = Instant.parse("2026-03-04T09:30:00Z");
        assertEquals(wednesday, asked.extendedDueAt());
        assertEquals(Optional.of(wednesday), life.clock(ClockType.RESOLVE).dueAt());
        assertEquals(Optional.of(wednesday), life.clock(ClockType.UNIT_RESOLVE).dueAt());
        assertEquals(Optional.of(wednesday), life.clock(ClockType.LIMIT).dueAt());
    }

    @Test
    void aRequestLapsesWhenTheClassGivesTheReplyAnotherTarget() {
        // Given
        ALife life = contacted();
        Extension asked = life.requestExtension(1);

        // When
        Reclassification.Changed changed = change(life, TimeClass.P0);

        // Then
        assertEquals(AppealRequest.Outcome.LAPSED, asked.outcome());
        assertEquals(Optional.of(asked), changed.lapsed());
        assertTrue(life.extensions.open(life.appeal).isEmpty());
    }

    @Test
    void nobodyGrantsADayMoreWhereThePromiseIsInMinutes() {
        // Given: asked for in days, before the reply got a target in minutes
        ALife life = contacted();
        life.requestExtension(1);
        Classification present = life.appeal.classification();
        life.appeal.classify(
                new Classification(
                        present.category(), present.categoryVersion(), TimeClass.P0, present.policyVersion()),
                false,
                "虚构",
                null,
                life.now());

        // When
        DomainException refused = assertThrows(
                DomainException.class, () -> life.extensions.grant(life.appeal, 1, true, null, "leader", life.now()));

        // Then
        assertEquals(AppealProblem.EXTENSION_TOO_LONG, refused.code());
        assertTrue(life.clock(ClockType.RESOLVE).originalDueAt().isEmpty());
    }

    @Test
    void aCorrectedCategoryTakesNoMoreTimeBack() {
        // Given
        ALife life = contacted();
        life.requestExtension(1);
        life.extensions.grant(life.appeal, 1, false, null, "supervisor", life.now());
        Optional<Instant> extended = life.clock(ClockType.RESOLVE).dueAt();

        // When: the same class promises the same
        Classification present = life.appeal.classification();
        Reclassification.Changed changed = life.classes.change(
                life.appeal,
                new Classification("B01", 1, present.timeClass(), present.policyVersion()),
                new Reclassification.Why(ClassChangeCause.DECIDED, "虚构", "dispatcher"),
                life.now());

        // Then
        assertEquals(List.of(), changed.clocks());
        assertEquals(extended, life.clock(ClockType.RESOLVE).dueAt());
        assertEquals(1, life.clock(ClockType.RESOLVE).revisions().size());
    }

    @Test
    void whoeverAskedNeverDecides() {
        // Given
        ALife life = contacted();
        life.requestExtension(1);

        // When
        DomainException refused = assertThrows(
                DomainException.class, () -> life.extensions.grant(life.appeal, 1, true, null, "head", life.now()));

        // Then
        assertEquals(AppealProblem.FOUR_EYES, refused.code());
        assertTrue(life.clock(ClockType.RESOLVE).originalDueAt().isEmpty());
    }

    @Test
    void aRequestThatIsNotDecidedLapsesWithTheDue() {
        // Given
        ALife life = contacted();
        Extension asked = life.requestExtension(1);

        // When
        life.time = life.clock(ClockType.RESOLVE).dueAt().orElseThrow().plusSeconds(1);
        life.sweep();

        // Then
        assertEquals(AppealRequest.Outcome.LAPSED, asked.outcome());
        assertEquals(ClockState.MISSED, life.clock(ClockType.RESOLVE).state());
    }

    /** T19. */
    @Test
    void nothingIsDueToTheEnterpriseBeforeTheFirstContact() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).dispatched();
        life.sign();

        // When
        life.updates.told(life.appeal, life.now());

        // Then
        assertTrue(life.appeal.clock(ClockType.NEXT_UPDATE).isEmpty());
    }

    /** T18. */
    @Test
    void theNextUpdateIsDueTenWorkingDaysAfterTheHandlerHasToldSomething() {
        // Given: contacted on Monday 03-02
        ALife life = contacted();
        Optional<Instant> first = life.clock(ClockType.NEXT_UPDATE).dueAt();

        // When: once more on the same day, and on Wednesday
        life.updates.told(life.appeal, life.now());
        life.at("2026-03-04T02:00:00Z").updates.told(life.appeal, life.now());

        // Then
        assertEquals(Optional.of(Instant.parse("2026-03-16T09:30:00Z")), first);
        assertEquals(
                Optional.of(Instant.parse("2026-03-18T09:30:00Z")),
                life.clock(ClockType.NEXT_UPDATE).dueAt());
        assertEquals(
                List.of(ClockState.MET, ClockState.RUNNING),
                life.appeal.clocks().stream()
                        .filter(clock -> clock.type() == ClockType.NEXT_UPDATE)
                        .map(SlaClock::state)
                        .toList());
    }

    @Test
    void aPauseHoldsThePlanAndTheNextUpdateToo() {
        // When
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).asked();

        // Then
        assertEquals(ClockState.PAUSED, life.clock(ClockType.PLAN).state());
        assertEquals(ClockState.PAUSED, life.clock(ClockType.NEXT_UPDATE).state());
    }

    private static Reclassification.Changed change(ALife life, TimeClass next) {
        Classification present = life.appeal.classification();
        return life.classes.change(
                life.appeal,
                new Classification(present.category(), present.categoryVersion(), next, present.policyVersion()),
                new Reclassification.Why(ClassChangeCause.DECIDED, "虚构", "dispatcher"),
                life.now());
    }
}

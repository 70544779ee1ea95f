package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.problem.DomainException;

/** The clocks of what the offices owe each other: when each starts, by when it is due, and what ends it. */
class StepsOfTheOfficesTest {
    private static final String FRIDAY_AT_FIVE = "2026-09-18T09:00:00Z";

    /** The clocks that the domain describes, state by state. */
    private static final Map<AppealState, ClockType> STEPS = Map.of(
            AppealState.SUBMITTED, ClockType.ACCEPT,
            AppealState.PENDING_DISPATCH, ClockType.DISPATCH,
            AppealState.DISPATCHED, ClockType.SIGN,
            AppealState.RETURN_REVIEW, ClockType.RULING,
            AppealState.REVIEW, ClockType.REVIEW,
            AppealState.TRACKING, ClockType.NEXT_UPDATE);

    /**
     * @param from where the clock starts, always at the same moment: Friday at five, half an hour before the end of work
     * @param due working time goes on on the Sunday that is worked, time by the wall at once
     */
    private record Row(ClockType clock, TimeClass timeClass, Function<ALife, ALife> from, String due) {}

    private static final List<Row> ROWS = List.of(
            new Row(ClockType.ACCEPT, TimeClass.P3, ALife::waiting, "2026-09-20T02:00:00Z"),
            new Row(ClockType.ACCEPT, TimeClass.P0, ALife::waiting, "2026-09-18T09:10:00Z"),
            new Row(ClockType.DISPATCH, TimeClass.P3, StepsOfTheOfficesTest::accepted, "2026-09-18T09:30:00Z"),
            new Row(ClockType.DISPATCH, TimeClass.P0, StepsOfTheOfficesTest::accepted, "2026-09-18T09:05:00Z"),
            new Row(ClockType.REVIEW, TimeClass.P3, ALife::drafted, "2026-09-20T04:00:00Z"),
            new Row(ClockType.REVIEW, TimeClass.P0, ALife::drafted, "2026-09-18T13:00:00Z"));

    @TestFactory
    Stream<DynamicTest> everyClockIsDueWhenItsPolicySays() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.clock + " " + row.timeClass, () -> {
                    ALife life = row.from.apply(new ALife(Instant.parse(FRIDAY_AT_FIVE), row.timeClass));
                    SlaClock clock = life.clock(row.clock);
                    assertEquals(ClockState.RUNNING, clock.state());
                    assertEquals(Instant.parse(FRIDAY_AT_FIVE), clock.startedAt());
                    assertEquals(Optional.of(Instant.parse(row.due)), clock.dueAt());
                    assertTrue(
                            !life.appeal
                                    .nextDueAt()
                                    .orElseThrow()
                                    .isAfter(clock.dueAt().orElseThrow()),
                            "the inbox stands in the order of what is due next");
                }));
    }

    @TestFactory
    Stream<DynamicTest> exactlyAtTheDueIsInTimeAndASecondLaterIsABreach() {
        return ROWS.stream()
                .flatMap(row -> Stream.of(0, 1)
                        .map(late -> DynamicTest.dynamicTest(
                                row.clock + " " + row.timeClass + " " + late + " s late", () -> answered(row, late))));
    }

    private static void answered(Row row, int late) {
        // Given
        ALife life = row.from.apply(new ALife(Instant.parse(FRIDAY_AT_FIVE), row.timeClass));
        life.time = Instant.parse(row.due).plusSeconds(late);
        life.sweep();
        int supervision = life.appeal.supervisionLevel();
        boolean breached = life.appeal.isBreached();

        // When
        switch (row.clock) {
            case ACCEPT -> life.accept();
            case DISPATCH -> life.dispatch(Handler.unit("440703101"));
            default -> life.replies.approve(life.appeal, 1, "head", life.now());
        }

        // Then
        SlaClock clock = life.clock(row.clock);
        assertEquals(late == 0, clock.result().orElseThrow().met());
        assertEquals(
                Optional.of(life.time),
                Optional.ofNullable(clock.result().orElseThrow().answeredAt()));
        assertEquals(late, breachesOf(life, row.clock).size());
        assertEquals(supervision, life.appeal.supervisionLevel());
        assertEquals(breached, life.appeal.isBreached());
        assertEquals(0, life.sweep(), "it is over");
    }

    @Test
    void theStatesOweWhatTheDomainSays() {
        for (AppealState state : AppealState.values()) {
            assertEquals(Optional.ofNullable(STEPS.get(state)), ALife.stepOf(state), state.name());
        }
    }

    @Test
    void whatARuleDispatchesAtOnceHasNoClockOfTheCentre() {
        // When
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).dispatched();

        // Then: one that is met in the moment it starts says nothing
        assertEquals(
                List.of(
                        ClockType.CONTACT,
                        ClockType.RESOLVE,
                        ClockType.LIMIT,
                        ClockType.SIGN,
                        ClockType.UNIT_CONTACT,
                        ClockType.UNIT_RESOLVE,
                        ClockType.PLAN),
                life.appeal.clocks().stream().map(SlaClock::type).toList());
    }

    @Test
    void theCentreOwesNothingBeforeItIsTold() {
        // Given: received on Friday, recorded on the Sunday that is worked
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3);

        // When
        life.at("2026-09-20T01:00:00Z").waiting();

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-09-20T03:00:00Z")),
                life.clock(ClockType.ACCEPT).dueAt());
        assertEquals(
                Optional.of(Instant.parse("2026-09-20T01:00:00Z")),
                life.clock(ClockType.CONTACT).dueAt());
    }

    @Test
    void aBreachOfTheCentreIsNobodysUnit() {
        // Given
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).waiting();

        // When
        life.at("2026-09-20T02:00:01Z").sweep();

        // Then
        ClockBreached breached = breachesOf(life, ClockType.ACCEPT).getFirst();
        assertEquals("UNIT", breached.family());
        assertEquals(null, breached.standing().accountableUnit());
        assertEquals(Audience.DIVISION, breached.audience());
        assertTrue(life.clock(ClockType.ACCEPT).unitCode().isEmpty());
        assertTrue(life.clock(ClockType.ACCEPT).isWaiting(), "it is still owed");
    }

    @Test
    void aDraftThatIsSentBackIsReviewedAndTheNextOneHasItsOwnTime() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).drafted();

        // When
        life.at("2026-09-21T02:00:00Z").replies.sendBack(life.appeal, 1, "head", "虚构", life.now());
        assertTrue(life.appeal.clocks().stream()
                .noneMatch(clock -> clock.type() == ClockType.REVIEW && clock.isWaiting()));
        life.at("2026-09-21T03:00:00Z").draft();

        // Then
        List<SlaClock> reviews = life.appeal.clocks().stream()
                .filter(clock -> clock.type() == ClockType.REVIEW)
                .toList();
        assertEquals(
                List.of(ClockState.MET, ClockState.RUNNING),
                reviews.stream().map(SlaClock::state).toList());
        assertEquals(Instant.parse("2026-09-21T03:00:00Z"), reviews.getLast().startedAt());
        assertEquals(Optional.of("440703101"), reviews.getLast().unitCode());
    }

    @Test
    void aDraftIsReviewedByTheHeadOfWhoeverHasTheAppealNow() {
        // Given: handed over without being dispatched anew
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).contacted();
        life.assignments.add(
                life.assignments.handOver(life.appeal, Handler.unit("440703-ZR"), DispatchBasis.DIRECTORY, life.now()));

        // When
        life.draft();

        // Then
        SlaClock review = life.clock(ClockType.REVIEW);
        assertEquals(Optional.of("440703-ZR"), review.unitCode());
        assertEquals(2, review.key().assignment());
    }

    @Test
    void theHeadsOwnReplyIsReviewedByNobody() {
        // When
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).replied();

        // Then
        assertTrue(life.appeal.clock(ClockType.REVIEW).isEmpty());
    }

    @Test
    void whoJudgesHisOwnDraftHasNotReviewedIt() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).drafted();

        // When
        assertThrows(DomainException.class, () -> life.replies.approve(life.appeal, 1, "clerk", life.now()));

        // Then
        assertTrue(life.clock(ClockType.REVIEW).isWaiting());
    }

    private static ALife accepted(ALife life) {
        life.accept();
        return life.waiting();
    }

    private static List<ClockBreached> breachesOf(ALife life, ClockType type) {
        return life.events.stream()
                .filter(ClockBreached.class::isInstance)
                .map(ClockBreached.class::cast)
                .filter(event -> event.clock().equals(type.name()))
                .toList();
    }
}

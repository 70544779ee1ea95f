package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.CoordinationCall;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.CotaskOrder;
import org.pengjiang.appeal.model.cooperation.CotaskOutcome;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** How long units that help have, and what becomes of it. Offices work from 8:30 to 12:00 and from 14:30 to 17:30. */
class CotasksOfAnAppealTest {
    /** A Monday, 9:00; the reply is due on the Monday after it at 9:00, with a holiday between: 1,560 working minutes. */
    private static final String MONDAY = "2026-09-21T01:00:00Z";

    private final ALife life = new ALife(Instant.parse(MONDAY), TimeClass.P3);

    @Test
    void aUnitHasFortyPercentOfTheWorkingTimeThatTheLeadHasLeft() {
        // When: 624 working minutes
        life.helped();

        // Then
        assertEquals(Instant.parse("2026-09-28T01:00:00Z"), due(ClockType.RESOLVE));
        assertEquals(Instant.parse("2026-09-22T07:24:00Z"), due(ClockType.COTASK));
    }

    @Test
    void aUnitHasThreeWorkingDaysWhereThatIsSooner() {
        // Given
        life.contacted();
        HandlingLimits limits = HandlingLimits.SHIPPED.with(Map.of("cotaskPercent", 100));

        // When
        TimeContext now = new TimeContext(life.time, ALife.CALENDAR, life.policy, limits);
        life.cotasks.add(life.appeal, new CotaskOrder(ALife.DEPARTMENT, "虚构", true), "clerk", now);

        // Then
        assertEquals(Instant.parse("2026-09-24T09:30:00Z"), due(ClockType.COTASK));
    }

    @Test
    void ofAnEmergencyTheMinutesOfTheNightCount() {
        // Given: a day for the reply
        ALife emergency = new ALife(Instant.parse(MONDAY), TimeClass.P0);

        // When
        emergency.helped();

        // Then
        assertEquals(
                Instant.parse(MONDAY).plus(Duration.ofMinutes(576)),
                emergency.clock(ClockType.COTASK).dueAt().orElseThrow());
    }

    @Test
    void aLeadThatIsLateItselfHasNoPartToGive() {
        // Given
        life.contacted();
        life.at("2026-09-30T01:00:00Z").sweep();

        // When: the three days go over the holiday
        life.help(true);

        // Then
        assertEquals(Instant.parse("2026-10-10T09:30:00Z"), due(ClockType.COTASK));
    }

    @ParameterizedTest
    @EnumSource(AppealState.class)
    void aCoTaskGoesOnPausesAndEndsWithTheTimeOfTheLead(AppealState state) {
        // Given
        life.helped();
        life.call(Duration.ofHours(20), ALife.DEPARTMENT);

        // When
        life.time = life.time.plusSeconds(60);
        new ClockBoard(life.appeal, life.appeal.clocks()).leaveFor(state, life.now());

        // Then
        ClockEffect onReply = state.clocks().on(ClockType.RESOLVE);
        ClockState together = switch (onReply) {
            case RUN, PAUSE -> ClockState.RUNNING;
            default -> ClockState.STOPPED;
        };
        assertEquals(together, life.clock(ClockType.ARRIVAL).state(), "nobody waits for a meeting that waits");
        assertEquals(
                onReply == ClockEffect.PAUSE ? ClockState.PAUSED : together,
                life.clock(ClockType.COTASK).state());
    }

    @Test
    void whatTheReplyHasEndedDoesNotComeBackWithTheAppeal() {
        // Given: merged in the moment of the reply
        life.contacted();
        Cotask optional = life.help(false);
        life.reply(ReplyResult.SOLVED);

        // When
        life.appeal.advance(AppealCommand.MERGE, AppealState.MERGED, life.now());
        life.appeal.comeBack(AppealCommand.UNMERGE, AppealState.REPLIED, life.time, life.now());

        // Then
        assertEquals(CotaskOutcome.ENDED, optional.outcome());
    }

    @Test
    void whoIsAskedWhileTheLeadIsPausedHasNoTimeThatRuns() {
        // Given
        life.helped();
        Cotask first = life.cotasks.of(life.appeal).getFirst();
        life.cotasks.object(life.appeal, first, "co-head", "虚构", life.now());
        life.time = life.time.plusSeconds(60);
        life.appeal.advance(AppealCommand.SUSPEND, AppealState.SUSPENDED, life.now());

        // When
        Cotask second = life.cotasks
                .uphold(life.appeal, first, ALife.WATER, "centre", "虚构", life.now())
                .orElseThrow();

        // Then
        assertEquals(CotaskOutcome.OBJECTED, first.outcome());
        assertEquals(ClockState.PAUSED, second.clock().state());
        assertTrue(second.clock().dueAt().isEmpty());
    }

    @Test
    void theReplyWaitsForWhatIsMandatoryAndEndsTheRest() {
        // Given
        life.helped();
        Cotask optional = life.help(false);

        // Then
        DomainException refused = assertThrows(DomainException.class, () -> life.reply(ReplyResult.SOLVED));
        assertEquals(AppealProblem.COTASKS_OPEN, refused.code());
        assertEquals(
                List.of(Map.of("seq", 1, "unit", "440703-ZR")),
                refused.members().get("cotasks"));

        // When
        life.cotasks.waive(life.appeal, life.cotasks.get(life.appeal, 1), "head", "虚构", life.now());
        life.reply(ReplyResult.SOLVED);

        // Then
        assertEquals(CotaskOutcome.ENDED, optional.outcome());
        assertEquals(AppealState.REPLIED, life.appeal.state());
    }

    @Test
    void aUnitMayObjectForFourWorkingHoursAndOnce() {
        // Given: until 15:30, because the offices close at noon
        life.helped();
        Cotask cotask = life.cotasks.of(life.appeal).getFirst();
        Instant until = Instant.parse("2026-09-21T07:30:00Z");

        // Then
        life.time = until.plusSeconds(1);
        assertEquals(AppealProblem.COTASK_OBJECTION_LATE, objecting(cotask).code());
        life.time = until;
        life.cotasks.object(life.appeal, cotask, "co-head", "虚构", life.now());
        assertEquals(AppealProblem.COTASK_OBJECTED, objecting(cotask).code());
        assertEquals(
                AppealProblem.FOUR_EYES,
                assertThrows(
                                DomainException.class,
                                () -> life.cotasks.dismiss(life.appeal, cotask, "co-head", "虚构", life.now()))
                        .code());
    }

    @Test
    void whereTheReplyIsDueSoonerTheUnitHasAPartOfWhatTheLeadHasLeft() {
        // Given: due on Tuesday
        life.helped();
        life.at("2026-09-21T02:00:00Z");
        Classification before = life.appeal.classification();

        // When: the reply is due within a day of its receipt
        Reclassification.Changed changed = life.classes.change(
                life.appeal,
                new Classification(before.category(), before.categoryVersion(), TimeClass.P0, before.policyVersion()),
                new Reclassification.Why(ClassChangeCause.DECIDED, "虚构", "dispatcher"),
                life.now());

        // Then: 40 percent of 23 hours
        assertEquals(Instant.parse("2026-09-22T01:00:00Z"), due(ClockType.RESOLVE));
        assertEquals(Instant.parse("2026-09-21T11:12:00Z"), due(ClockType.COTASK));
        assertTrue(changed.clocks().stream().anyMatch(revised -> revised.clock().type() == ClockType.COTASK));
    }

    @Test
    void noTimeOfAUnitRunsWhileTheCentreRulesOnItsObjection() {
        // Given
        life.helped();
        Cotask cotask = life.cotasks.of(life.appeal).getFirst();
        life.at("2026-09-21T02:00:00Z").cotasks.object(life.appeal, cotask, "co-head", "虚构", life.now());

        // When: long after the due, and the lead stood still in between
        life.appeal.advance(AppealCommand.SUSPEND, AppealState.SUSPENDED, life.now());
        life.at("2026-09-21T03:00:00Z");
        life.appeal.advance(AppealCommand.RESUME, AppealState.IN_PROGRESS, life.now());
        life.at("2026-09-24T02:00:00Z").sweep();
        life.cotasks.uphold(life.appeal, cotask, null, "centre", "虚构", life.now());

        // Then
        assertEquals(List.of(), breachesOf(ClockType.COTASK));
        assertEquals(CotaskOutcome.OBJECTED, cotask.outcome());
    }

    @Test
    void theTimeOfAUnitGoesOnWhenItsObjectionIsDismissed() {
        // Given
        life.helped();
        Cotask cotask = life.cotasks.of(life.appeal).getFirst();
        life.at("2026-09-21T02:00:00Z").cotasks.object(life.appeal, cotask, "co-head", "虚构", life.now());

        // When: an hour of work later
        life.at("2026-09-21T03:00:00Z").cotasks.dismiss(life.appeal, cotask, "centre", "虚构", life.now());

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-09-22T08:24:00Z")),
                cotask.clock().dueAt());
    }

    @Test
    void whatWasDismissedWhileTheLeadStandsStillGoesOnWithIt() {
        // Given
        life.helped();
        Cotask cotask = life.cotasks.of(life.appeal).getFirst();
        life.at("2026-09-21T02:00:00Z").cotasks.object(life.appeal, cotask, "co-head", "虚构", life.now());
        life.appeal.advance(AppealCommand.SUSPEND, AppealState.SUSPENDED, life.now());

        // When
        life.cotasks.dismiss(life.appeal, cotask, "centre", "虚构", life.now());
        ClockState standing = cotask.clock().state();
        life.at("2026-09-21T03:00:00Z");
        life.appeal.advance(AppealCommand.RESUME, AppealState.IN_PROGRESS, life.now());

        // Then
        assertEquals(ClockState.PAUSED, standing);
        assertEquals(
                Optional.of(Instant.parse("2026-09-22T08:24:00Z")),
                cotask.clock().dueAt());
    }

    @Test
    void minutesAreNotWrittenBeforeTheMeetingAsLongAsSomebodyMayStillCome() {
        // Given
        life.contacted();
        Coordination coordination = life.call(Duration.ofHours(2), ALife.DEPARTMENT, ALife.WATER);
        List<CalledUnit> called = life.coordinations.called(life.appeal, coordination);
        life.coordinations.arrive(life.appeal, called.getFirst(), "范例甲", "co-clerk", life.now());

        // When
        DomainException early = assertThrows(DomainException.class, () -> record(coordination));
        life.time = coordination.meetAt();
        record(coordination);
        DomainException unscored = assertThrows(
                DomainException.class,
                () -> life.coordinations.scoreUnit(life.appeal, called.getLast(), 5, life.now()));
        life.coordinations.scoreUnit(life.appeal, called.getFirst(), 5, life.now());

        // Then
        assertEquals(AppealProblem.MINUTES_TOO_EARLY, early.code());
        assertEquals(AppealProblem.NOT_ARRIVED, unscored.code());
    }

    @Test
    void minutesAreWrittenAtOnceWhenNobodyIsWaitedFor() {
        // Given
        life.contacted();
        Coordination coordination = life.call(Duration.ofHours(2), ALife.DEPARTMENT, ALife.WATER);
        List<CalledUnit> called = life.coordinations.called(life.appeal, coordination);
        life.coordinations.arrive(life.appeal, called.getFirst(), "范例甲", "co-clerk", life.now());
        life.coordinations.decline(life.appeal, called.getLast(), "虚构", "co-clerk", life.now());

        // When
        record(coordination);

        // Then
        assertTrue(coordination.isScored());
    }

    private void record(Coordination coordination) {
        life.coordinations.record(life.appeal, coordination, "虚构", "clerk", life.now());
    }

    private List<String> breachesOf(ClockType type) {
        return life.appeal.breaches().stream()
                .filter(breach -> breach.type() == type)
                .map(breach -> breach.unitAtDue().orElse("CENTRE"))
                .toList();
    }

    private DomainException objecting(Cotask cotask) {
        return assertThrows(
                DomainException.class, () -> life.cotasks.object(life.appeal, cotask, "co-head", "虚构", life.now()));
    }

    @Test
    void eachUnitThatIsCalledIsLateForItself() {
        // Given
        life.contacted();
        Coordination coordination = life.call(Duration.ofHours(2), ALife.DEPARTMENT, ALife.WATER);
        CalledUnit department =
                life.coordinations.called(life.appeal, coordination).getFirst();
        Instant meeting = Instant.parse(MONDAY).plus(Duration.ofHours(2));
        assertEquals(Optional.of(meeting), department.clock().dueAt());

        // When: one comes at the last second, the other not at all
        life.time = meeting;
        life.coordinations.arrive(life.appeal, department, "范例甲", "co-clerk", life.now());
        life.time = meeting.plusSeconds(1);
        life.sweep();

        // Then
        assertTrue(department.clock().result().orElseThrow().met());
        assertEquals(
                List.of("ARRIVAL 440703-SW"),
                life.events.stream()
                        .filter(ClockBreached.class::isInstance)
                        .map(ClockBreached.class::cast)
                        .filter(breached -> breached.clock().equals("ARRIVAL"))
                        .map(breached -> breached.clock() + " " + breached.unitAtDue())
                        .toList());
    }

    @Test
    void ofAnEmergencyWhoIsCalledComesWithinThirtyMinutes() {
        // Given
        ALife emergency = new ALife(Instant.parse(MONDAY), TimeClass.P0).contacted();

        // When
        emergency.coordinations.call(
                emergency.appeal,
                new CoordinationCall(List.of(ALife.DEPARTMENT), "虚构", "厂区", null),
                "clerk",
                emergency.now());

        // Then
        assertEquals(
                Instant.parse("2026-09-21T01:30:00Z"),
                emergency.clock(ClockType.ARRIVAL).dueAt().orElseThrow());
    }

    private Instant due(ClockType type) {
        return life.clock(type).dueAt().orElseThrow();
    }
}

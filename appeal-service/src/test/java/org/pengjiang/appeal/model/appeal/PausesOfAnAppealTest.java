package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.QuestionEnd;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.DomainException;

/** For how long questions pause an appeal. Working time is 08:30 to 12:00 and 14:30 to 17:30. */
class PausesOfAnAppealTest {
    /** Monday 2026-09-21 09:00; off are 09-25 to 09-27 and 10-01 to 10-07, Saturday 10-10 counts. */
    private static final Instant MONDAY = Instant.parse("2026-09-21T01:00:00Z");

    @Test
    void theWindowOfAFirstQuestionEndsWithTheTenthWorkingDay() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS);

        // When
        life.asked();

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-10-12T09:30:00Z")),
                life.clock(ClockType.QUESTION).dueAt());
        assertTrue(life.clock(ClockType.QUESTION).revisions().isEmpty());
    }

    /** T01: what passes outside of working time pauses nothing. */
    @Test
    void aPauseOverTheNationalDayWeekMovesTheReplyByTheWorkingTimeAlone() {
        // Given: asked on Wednesday 09-30 at 16:30
        ALife life = new ALife(Instant.parse("2026-09-30T01:00:00Z"), TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        Instant due = life.clock(ClockType.RESOLVE).dueAt().orElseThrow();
        life.at("2026-09-30T08:30:00Z").ask();

        // When: answered on Thursday 10-08 at 09:00
        life.at("2026-10-08T01:00:00Z").answer();

        // Then: an hour and half an hour have passed
        Instant moved = life.clock(ClockType.RESOLVE).dueAt().orElseThrow();
        assertEquals(90, ALife.CALENDAR.workingMinutesBetween(due, moved));
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state());
        assertEquals(1, life.questions.of(life.appeal).size());
    }

    @Test
    void theDaysThatAreLeftAreTheWindowOfTheNextQuestion() {
        // Given: the first question has paused for more than three working days, from Monday 09:30 to Thursday 14:30
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        life.at("2026-09-21T01:30:00Z").ask();
        life.at("2026-09-24T06:30:00Z").answer();

        // When: six whole days are left
        life.ask();

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-10-10T09:30:00Z")),
                life.clock(ClockType.QUESTION).dueAt());
        assertEquals(
                List.of("PAUSE_BUDGET"),
                life.clock(ClockType.QUESTION).revisions().stream()
                        .map(revision -> revision.reason())
                        .toList());
    }

    @Test
    void aWholeDayIsNotRoundedUpToTwo() {
        // Given: exactly one working day, from Monday 09:30 to Tuesday 09:30
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        life.at("2026-09-21T01:30:00Z").ask();
        life.at("2026-09-22T01:30:00Z").answer();

        // When: nine days are left
        life.ask();

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-10-12T09:30:00Z")),
                life.clock(ClockType.QUESTION).dueAt());
    }

    @Test
    void theTimeInWhichItWasMergedUsesUpNoDays() {
        // Given: asked on Monday 09:30, merged from 09:45 on until the next Monday, answered an hour after
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        life.at("2026-09-21T01:30:00Z").ask();
        Instant merged = life.at("2026-09-21T01:45:00Z").time;
        life.appeal.advance(AppealCommand.MERGE, AppealState.MERGED, life.now());
        life.at("2026-09-28T01:45:00Z")
                .appeal
                .comeBack(AppealCommand.UNMERGE, AppealState.WAIT_ENTERPRISE, merged, life.now());
        life.at("2026-09-28T02:45:00Z").answer();

        // When: nine of ten days are left
        life.ask();

        // Then: an hour and a quarter count
        assertEquals(
                Optional.of(Instant.parse("2026-10-15T09:30:00Z")),
                life.clock(ClockType.QUESTION).dueAt());
    }

    @Test
    void afterTheWindowItGoesOnByItselfAndNoQuestionPausesItAnyMore() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).asked();
        Question question = life.questions.open(life.appeal).orElseThrow();
        Instant end = life.clock(ClockType.QUESTION).dueAt().orElseThrow();

        // When: noticed two days later
        life.time = end.plus(Duration.ofDays(2));
        life.sweep();

        // Then
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state());
        assertEquals(Optional.of(QuestionEnd.NOT_ANSWERED), question.end());
        assertEquals(Optional.of(end), question.endedAt());
        assertEquals(end, life.clock(ClockType.RESOLVE).segments().getLast().from());
        assertEquals(
                AppealProblem.PAUSE_USED_UP,
                assertThrows(DomainException.class, life::ask).code());
    }

    @Test
    void aSuspensionThatNobodyConfirmsAtTwoReviewsIsOver() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).suspended();
        Instant first = life.clock(ClockType.SUSPENSION_REVIEW).dueAt().orElseThrow();

        // When
        life.time = first.plusSeconds(1);
        life.sweep();
        boolean isAsked = life.suspensions.lasting(life.appeal).orElseThrow().isReviewAsked();
        Instant second = life.clock(ClockType.SUSPENSION_REVIEW).dueAt().orElseThrow();
        life.time = second.plusSeconds(1);
        life.sweep();

        // Then
        assertTrue(isAsked);
        assertEquals(10, ALife.CALENDAR.workdaysBetween(ShanghaiTime.date(first), ShanghaiTime.date(second)));
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state());
        assertEquals(second, life.clock(ClockType.RESOLVE).segments().getLast().from());
        assertTrue(life.appeal.breaches().isEmpty());
    }

    @Test
    void aConfirmedSuspensionGoesOnForAnotherPeriod() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).suspended();
        life.time =
                life.clock(ClockType.SUSPENSION_REVIEW).dueAt().orElseThrow().plusSeconds(1);
        life.sweep();

        // When
        life.suspensions.confirm(life.appeal, 1, "supervisor", life.now());
        life.time =
                life.clock(ClockType.SUSPENSION_REVIEW).dueAt().orElseThrow().plusSeconds(1);
        life.sweep();

        // Then: it is asked again
        assertEquals(AppealState.SUSPENDED, life.appeal.state());
        assertTrue(life.suspensions.lasting(life.appeal).orElseThrow().isReviewAsked());
    }

    /** T04. */
    @Test
    void aPausedPromiseIsNeverBroken() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).asked();

        // When: the reply would have been due on 09-25
        life.time = Instant.parse("2026-10-09T01:00:00Z");
        life.sweep();

        // Then
        assertEquals(ClockState.PAUSED, life.clock(ClockType.RESOLVE).state());
        assertEquals(ClockState.PAUSED, life.clock(ClockType.LIMIT).state());
        assertEquals(ClockState.PAUSED, life.clock(ClockType.UNIT_RESOLVE).state());
        assertTrue(life.appeal.breaches().isEmpty());
    }
}

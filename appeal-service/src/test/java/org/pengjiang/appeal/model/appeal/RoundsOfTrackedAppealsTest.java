package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.assignment.Punctuality;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** What is promised in a round that begins with what came of a plan. */
class RoundsOfTrackedAppealsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static ALife trackedAfterItsAnswer() {
        return new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS)
                .replied()
                .track()
                .at("2026-03-20T02:00:00Z");
    }

    @Test
    void nobodyHasToReachTheEnterpriseBeforeItIsToldWhatCameOfThePlan() {
        // Given
        ALife life = trackedAfterItsAnswer();
        Reply draft = life.finishTracking(false);

        // When: the head has not looked at it until the evening
        life.at("2026-03-20T09:30:00Z").sweep();

        // Then
        assertEquals(AppealState.REVIEW, life.appeal.state());
        assertEquals(List.of(ClockType.RESOLVE, ClockType.LIMIT), promises(life));
        assertTrue(life.appeal.breaches().stream().noneMatch(breach -> breach.type() == ClockType.CONTACT));

        // When
        life.replies.sendBack(life.appeal, draft.seq(), "head", "虚构", life.now());
        life.draft();

        // Then
        assertEquals(AppealState.REVIEW, life.appeal.state());
        assertEquals(List.of(ClockType.RESOLVE, ClockType.LIMIT), promises(life));
    }

    @Test
    void whatTheHeadTellsAtOnceIsInTimeThoughTheFirstAnswerWasLate() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        life.at("2026-03-20T02:00:00Z").sweep();
        life.reply(ReplyResult.SOLVED);
        life.track();

        // When
        life.at("2026-03-27T02:00:00Z").finishTracking(true);

        // Then
        assertEquals(AppealState.REPLIED, life.appeal.state());
        assertEquals(List.of(ClockType.RESOLVE, ClockType.LIMIT), promises(life));
        assertEquals(new Punctuality(true, "440703101"), life.assignments.punctuality(life.appeal, ClockType.RESOLVE));
        assertTrue(life.appeal.clocks().stream()
                .filter(clock -> clock.round() == 2 && clock.type() != ClockType.EVALUATION)
                .allMatch(clock -> clock.result().map(ClockResult::met).orElse(false)));
    }

    @Test
    void aPlanNeedsAContactAndComesBeforeTheLatestReplyIsOverdue() {
        // Given
        ALife unreached = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).dispatched();
        unreached.sign();
        ALife late = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).contacted();
        late.propose("head");
        late.at("2026-03-20T02:00:00Z").sweep();

        // When
        DomainException notReached = assertThrows(DomainException.class, () -> unreached.propose("head"));
        DomainException notInTime = assertThrows(
                DomainException.class, () -> late.trackings.approve(late.appeal, null, "leader", late.now()));

        // Then: what is late is answered first
        assertEquals(AppealProblem.CONTACT_NEEDED, notReached.code());
        assertEquals(AppealProblem.TRACKING_LATE, notInTime.code());
        late.trackings.refuse(late.appeal, "虚构", "leader", late.now());
        assertEquals(
                AppealProblem.TRACKING_LATE,
                assertThrows(DomainException.class, () -> late.propose("head")).code());
        late.reply(ReplyResult.SOLVED);
        assertEquals(AppealState.TRACKING, late.track().appeal.state());
    }

    /** Of the present round. */
    private static List<ClockType> promises(ALife life) {
        return life.appeal.clocks().stream()
                .filter(clock -> clock.round() == 2)
                .map(SlaClock::type)
                .filter(type -> type == ClockType.CONTACT || type == ClockType.RESOLVE || type == ClockType.LIMIT)
                .toList();
    }
}

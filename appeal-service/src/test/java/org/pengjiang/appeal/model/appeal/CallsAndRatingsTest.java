package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.evaluation.CallNote;
import org.pengjiang.appeal.model.evaluation.CallOutcome;
import org.pengjiang.appeal.model.evaluation.Callback;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.CallbackOccasion;
import org.pengjiang.appeal.model.evaluation.CallbackStatus;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.appeal.model.evaluation.RatingVerification;
import org.pengjiang.appeal.model.evaluation.RoundOrder;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.withdrawal.Withdrawal;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.appeal.model.withdrawal.WithdrawnBy;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** What the enterprise says in a call or in a rating, when the appeal has gone elsewhere meanwhile. */
class CallsAndRatingsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final CallNote DISSATISFIED =
            new CallNote(CallOutcome.REACHED, "R-1", null, new CallbackAnswer(Solved.NOT, 1, null));

    private static ALife replied() {
        return new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).replied();
    }

    @Test
    void whatIsTrackedIsNotAskedAboutAndNoAnswerIsLost() {
        // Given
        ALife life = replied();
        life.callbacks.open(life.appeal, CallbackOccasion.NO_ACCOUNT, 1, life.now());

        // When
        life.track();

        // Then
        assertEquals(List.of(CallbackStatus.ENDED), statuses(life));
        assertTrue(life.callbacks.waiting(life.appeal).isEmpty());
        assertTrue(life.callbacks.answerable(life.appeal).isEmpty());
        assertEquals(
                AppealProblem.NO_CALLBACK_DUE,
                assertThrows(DomainException.class, () -> life.callBack(DISSATISFIED, false))
                        .code());
        assertEquals(AppealState.TRACKING, life.appeal.state());
    }

    @Test
    void whoeverFollowsAnotherAppealIsNotAskedAboutTheirOwn() {
        // Given: a bad rating, and the call-back that it has
        ALife life = replied();
        life.rate(Solved.NOT, 1);
        Appeal master = new ALife(MONDAY, TimeClass.P3).contacted().appeal;

        // When
        life.mergings.merge(life.appeal, master, "/masterId", "虚构", "dispatcher", life.now());

        // Then
        assertTrue(life.callbacks.waiting(life.appeal).isEmpty());
        assertEquals(
                AppealProblem.NO_CALLBACK_DUE,
                assertThrows(DomainException.class, () -> life.callBack(DISSATISFIED, false))
                        .code());

        // When
        life.at("2026-03-03T02:00:00Z").mergings.separate(life.appeal, "虚构", "dispatcher", life.now());

        // Then
        assertTrue(life.callbacks.waiting(life.appeal).isPresent());
        assertTrue(life.clock(ClockType.CALLBACK).isOpen());
    }

    @Test
    void aMisjudgedThirdRatingSendsItBackInsteadOfToTheLeader() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3, ALife.WHOLE_DAYS).ratedBadlyThreeTimes();
        assertTrue(life.evaluation.awaitsDecision(life.appeal));

        // When
        life.verify(3, RatingFinding.MISJUDGED);

        // Then
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertEquals(4, life.appeal.round());
        assertEquals(ClockState.STOPPED, life.clock(ClockType.DECISION).state());
        assertEquals(
                List.of("supervisor"),
                life.evaluation.orders(life.appeal).stream()
                        .map(RoundOrder::account)
                        .toList());

        // When: the third one that counts
        life.sign();
        life.call();
        life.reply(ReplyResult.SOLVED);
        life.rate(Solved.NOT, 1);

        // Then
        assertTrue(life.evaluation.awaitsDecision(life.appeal));
        assertTrue(life.clock(ClockType.DECISION).isOpen());
    }

    @Test
    void silenceUpholdsABadRatingOfWhatIsClosedMeanwhile() {
        // Given
        ALife life = replied();
        life.rate(Solved.NOT, 1);
        life.sign();
        life.call();
        life.reply(ReplyResult.SOLVED);
        life.rate(Solved.SOLVED, 5);
        assertEquals(AppealState.CLOSED, life.appeal.state());
        assertTrue(life.clock(ClockType.VERIFICATION).isOpen());

        // When
        life.at("2026-03-09T02:00:00Z").sweep();

        // Then
        assertEquals(
                List.of(Optional.of(RatingFinding.UPHELD)),
                life.verifications.of(life.appeal).stream()
                        .map(RatingVerification::finding)
                        .toList());
    }

    @Test
    void whatIsSaidAfterTheWindowIsKeptForTheRoundThatItClosed() {
        // Given
        ALife life = replied();
        life.rate(Solved.NOT, 1);
        assertEquals(Optional.of(1), life.later.round(life.appeal));
        life.sign();
        life.call();
        life.reply(ReplyResult.SOLVED);
        assertEquals(Optional.empty(), life.later.round(life.appeal));

        // When
        life.at("2026-03-16T02:00:00Z").sweep();

        // Then
        assertEquals(AppealState.CLOSED, life.appeal.state());
        assertEquals(Optional.of(2), life.later.round(life.appeal));
    }

    @Test
    void nobodyIsCalledAboutAnAnswerOnceTheAppealIsTakenBack() {
        // Given
        ALife life = replied();
        life.callbacks.open(life.appeal, CallbackOccasion.NO_ACCOUNT, 1, life.now());

        // When
        life.withdrawals.withdraw(
                life.appeal,
                new Withdrawal.Said(WithdrawalReason.NO_LONGER_NEEDED, null, WithdrawnBy.ENTERPRISE, "enterprise"),
                life.now());

        // Then
        assertEquals(List.of(CallbackStatus.ENDED), statuses(life));
        assertTrue(life.callbacks.waiting(life.appeal).isEmpty());
    }

    private static List<CallbackStatus> statuses(ALife life) {
        return life.callbacks.of(life.appeal).stream().map(Callback::status).toList();
    }
}

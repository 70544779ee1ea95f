package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.appeal.events.ClockEscalated;
import org.pengjiang.appeal.model.clock.EscalationFired;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;

/** A missed clock goes on, rung after rung, until the matter is answered. The reply and the
 * latest reply are due on Monday 2026-09-28 at 09:00; from 1 to 7 October nobody works, on Saturday the 10th everybody does. */
class ClimbingAfterTheDueTest {
    private static final Instant RECEIVED = Instant.parse("2026-09-21T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-09-28T01:00:00Z, 0",
        "2026-09-28T01:00:01Z, 2",
        "2026-10-10T09:29:59Z, 2",
        "2026-10-10T09:30:00Z, 3",
        "2026-10-16T09:29:59Z, 3",
        "2026-10-16T09:30:00Z, 4",
        "2026-12-01T00:00:00Z, 4"
    })
    void theSupervisionRisesWithEachRung(String moment, int supervision) {
        // Given
        ALife life = new ALife(RECEIVED, TimeClass.P3).contacted();

        // When
        life.at(moment).sweep();

        // Then
        assertEquals(supervision, life.appeal.supervisionLevel());
    }

    @Test
    void eachRungFiresOnceWithItsMomentHoweverLate() {
        // Given
        ALife life = new ALife(RECEIVED, TimeClass.P3).contacted();

        // When
        life.at("2026-12-01T00:00:00Z").sweep();
        life.sweep();

        // Then
        List<ClockEscalated> escalated = life.events.stream()
                .filter(ClockEscalated.class::isInstance)
                .map(ClockEscalated.class::cast)
                .toList();
        assertEquals(
                List.of("101 1", "102 3", "103 5", "104 10"),
                escalated.stream()
                        .map(event -> event.level() + " " + event.afterAmount())
                        .toList());
        assertEquals(
                List.of(
                        Instant.parse("2026-09-29T09:30:00Z"),
                        Instant.parse("2026-10-08T09:30:00Z"),
                        Instant.parse("2026-10-10T09:30:00Z"),
                        Instant.parse("2026-10-16T09:30:00Z")),
                escalated.stream().map(ClockEscalated::firedAt).toList());
        assertEquals(ClockState.MISSED, life.clock(ClockType.RESOLVE).state());
        assertTrue(life.clock(ClockType.RESOLVE).nextFireAt().isEmpty());
    }

    @Test
    void theAnswerEndsTheClimb() {
        // Given
        ALife life = new ALife(RECEIVED, TimeClass.P3).contacted();
        life.at("2026-09-30T10:00:00Z").sweep();

        // When
        life.reply(ReplyResult.SOLVED);
        life.at("2026-10-09T00:00:00Z").sweep();

        // Then
        assertEquals(
                List.of(50, 80, 100, 101),
                life.clock(ClockType.RESOLVE).levels().stream()
                        .map(EscalationFired::level)
                        .toList());
        assertTrue(life.clock(ClockType.RESOLVE).nextFireAt().isEmpty());
    }

    @Test
    void aLateLimitRaisesByOneAtLeastToTwoAndWhereItIsHardToThree() {
        // Given: of P0 the reply and the latest reply are due at once
        ALife ordinary = new ALife(RECEIVED, TimeClass.P3).contacted();
        ALife hard = new ALife(RECEIVED, TimeClass.P0).contacted();

        // When
        ordinary.time = ordinary.clock(ClockType.LIMIT).dueAt().orElseThrow().plusSeconds(1);
        ordinary.sweep();
        hard.time = hard.clock(ClockType.LIMIT).dueAt().orElseThrow().plusSeconds(1);
        hard.sweep();

        // Then
        assertEquals(2, ordinary.appeal.supervisionLevel());
        assertEquals(3, hard.appeal.supervisionLevel());
    }

    @Test
    void aClockThatTheReleaseBeforeLeftMissedGoesOn() {
        // Given: all rungs but the first three are unknown to it
        ALife life = new ALife(RECEIVED, TimeClass.P3).contacted();
        life.at("2026-09-28T01:00:01Z").sweep();
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        assertEquals(Optional.of(101), resolve.nextLevel());

        // When
        life.appeal.lookAhead(resolve, life.now());

        // Then
        assertEquals(Optional.of(101), resolve.nextLevel());
        assertEquals(Optional.of(Instant.parse("2026-09-29T09:30:00Z")), resolve.nextFireAt());
    }
}

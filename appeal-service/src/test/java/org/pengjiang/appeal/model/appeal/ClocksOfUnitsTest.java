package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.log.Audience;

/** A unit is measured by what it could do: from its assignment on, for as long as the enterprise was promised. */
class ClocksOfUnitsTest {
    @Test
    void aUnitThatGetsAnAppealLateHasItsOwnHour() {
        // Given: called in on Thursday at nine, dispatched on Friday at four
        ALife life = new ALife(Instant.parse("2026-09-17T01:00:00Z"), TimeClass.P3);
        life.at("2026-09-18T08:00:00Z").dispatched();
        life.sweep();
        life.at("2026-09-18T08:50:00Z").sign();

        // When
        life.call();

        // Then
        assertFalse(life.clock(ClockType.CONTACT).result().orElseThrow().met());
        assertTrue(life.clock(ClockType.UNIT_CONTACT).result().orElseThrow().met());
        assertEquals(
                List.of("CONTACT CENTRE"),
                life.events.stream()
                        .filter(ClockBreached.class::isInstance)
                        .map(ClockBreached.class::cast)
                        .map(breached -> breached.clock() + " " + breached.chargedTo())
                        .toList());
    }

    @Test
    void itsClocksCountFromTheAssignmentAndAreTheOfficesAlone() {
        // When
        ALife life = new ALife(Instant.parse("2026-09-17T01:00:00Z"), TimeClass.P3);
        life.at("2026-09-18T08:00:00Z").dispatched();

        // Then
        SlaClock contact = life.clock(ClockType.UNIT_CONTACT);
        SlaClock resolve = life.clock(ClockType.UNIT_RESOLVE);
        assertEquals(Optional.of(Instant.parse("2026-09-18T09:00:00Z")), contact.dueAt());
        assertEquals(Optional.of(Instant.parse("2026-09-24T09:30:00Z")), resolve.dueAt());
        for (SlaClock clock : List.of(contact, resolve)) {
            assertEquals(Instant.parse("2026-09-18T08:00:00Z"), clock.startedAt());
            assertEquals(ClockFamily.UNIT, clock.family());
            assertEquals(Optional.of("440703101"), clock.unitCode());
        }
        life.at("2026-09-18T09:00:01Z").sweep();
        assertTrue(life.events.stream()
                .filter(event -> event instanceof ClockBreached breached
                        && breached.clock().equals("UNIT_CONTACT"))
                .allMatch(event -> event.audience() == Audience.DIVISION));
    }

    @Test
    void theNextTurnIsMeasuredByItself() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).replied();

        // When
        life.at("2026-09-22T01:00:00Z").rate(Solved.NOT, 1);

        // Then
        assertEquals(
                List.of("1 MET", "2 RUNNING"),
                life.appeal.clocks().stream()
                        .filter(clock -> clock.type() == ClockType.UNIT_RESOLVE)
                        .map(clock -> clock.round() + " " + clock.state())
                        .toList());
        assertEquals(
                Instant.parse("2026-09-22T01:00:00Z"),
                life.clock(ClockType.UNIT_CONTACT).startedAt());
        assertEquals(ClockState.RUNNING, life.clock(ClockType.UNIT_CONTACT).state());
    }
}

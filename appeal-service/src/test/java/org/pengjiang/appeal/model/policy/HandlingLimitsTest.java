package org.pengjiang.appeal.model.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Target;

class HandlingLimitsTest {
    private static final CalendarVersion CALENDAR = CalendarVersion.national().allowingProvisional();
    private static final HandlingLimits LIMITS = HandlingLimits.SHIPPED;

    @Test
    void theSettingIsShippedWithTheSameNumbers() {
        JsonNode shipped = AppealSettings.LIMITS.shipped().value();
        Map<String, Integer> said = new TreeMap<>();
        shipped.properties()
                .forEach(member -> said.put(member.getKey(), member.getValue().intValue()));

        assertEquals(new TreeMap<>(LIMITS.values()), said);
    }

    @TestFactory
    Stream<DynamicTest> everyClockHasItsTargetFromOnePlace() {
        EnumSet<ClockType> ofItsPart = EnumSet.of(ClockType.MILESTONE, ClockType.ORDER);
        return EnumSet.allOf(ClockType.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> {
                    if (type.isOfPolicy() || ofItsPart.contains(type)) {
                        assertThrows(IllegalStateException.class, () -> target(type, "2026-09-21T01:00:00Z"));
                    } else {
                        target(type, "2026-09-21T01:00:00Z");
                    }
                }));
    }

    @Test
    void aRulingIsDueOnTheSameDayButNeverSoonerThanTwoWorkingHours() {
        assertEquals(Target.endOfWorkday(0), target(ClockType.RULING, "2026-09-21T01:00:00Z"));
        // half an hour before the offices close
        assertEquals(Target.workingMinutes(120), target(ClockType.RULING, "2026-09-21T09:00:00Z"));
    }

    @Test
    void aWindowThatLiesWhollyInDaysOffEndsWithTheFirstWorkingDayAfterIt() {
        HandlingLimits short3 = LIMITS.with(Map.of("reopenDays", 3));

        assertEquals(
                Instant.parse("2026-10-31T16:00:00Z"),
                LIMITS.windowEnd("reopenDays", Instant.parse("2026-10-01T02:00:00Z"), CALENDAR));
        assertEquals(
                Instant.parse("2026-10-08T16:00:00Z"),
                short3.windowEnd("reopenDays", Instant.parse("2026-10-01T02:00:00Z"), CALENDAR));
    }

    private static Target target(ClockType type, String start) {
        return LIMITS.target(type, CALENDAR, Instant.parse(start));
    }
}

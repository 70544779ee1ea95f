package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.at;
import static org.pengjiang.calendar.BeijingTime.day;
import static org.pengjiang.calendar.BeijingTime.local;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CalendarVersionTest {

    private final CalendarVersion calendar = CalendarVersion.national();
    private final CalendarVersion provisional = calendar.allowingProvisional();

    @Test
    void aHalfDayEndsEarlierAndIsStillAWorkday() {
        // Given the afternoon of Tuesday 3 March closed
        LocalDay half = new LocalDay(
                day("2026-03-03"), List.of(WorkingInterval.parse("00:00-12:00").orElseThrow()), "District order 2");
        CalendarVersion shortened = CalendarVersion.of(calendar.data().withLocalDay(half, "half"));
        // When / Then
        assertTrue(shortened.isWorkday(day("2026-03-03")));
        assertEquals("2026-03-03 12:00", local(shortened.endOfNthWorkday(at("2026-03-02 10:00"), 1)));
        assertEquals("2026-03-04 09:30", local(shortened.addWorkingMinutes(at("2026-03-03 11:00"), 120)));
        assertEquals(
                "[08:30-12:00]", shortened.workingIntervals(day("2026-03-03")).toString());
    }

    @Test
    void aLocalSuspensionTakesTimeAwayAndNeverAdds() {
        // Given a typhoon from Saturday, a day off, to Monday
        CalendarData data = calendar.data()
                .withLocalDay(LocalDay.suspended(day("2026-03-07"), "District order 3"), "a")
                .withLocalDay(LocalDay.suspended(day("2026-03-09"), "District order 3"), "b");
        // When
        CalendarVersion typhoon = CalendarVersion.of(data);
        // Then
        assertFalse(typhoon.isWorkday(day("2026-03-07")));
        assertFalse(typhoon.isWorkday(day("2026-03-09")));
        assertTrue(calendar.isWorkday(day("2026-03-09")));
        assertEquals(calendar.data().years(), data.years());
        assertEquals("2026-03-10 17:30", local(typhoon.endOfNthWorkday(at("2026-03-06 10:00"), 1)));
    }

    @Test
    void newHoursHoldFromTheirDateOn() {
        // Given summer hours from July
        OfficeHours summer = new OfficeHours(
                day("2026-07-01"), List.of(WorkingInterval.parse("08:00-14:00").orElseThrow()), false);
        CalendarVersion changed = CalendarVersion.of(calendar.data().withHours(summer, "summer"));
        // When / Then
        assertEquals("2026-06-30 17:30", local(changed.endOfNthWorkday(at("2026-06-29 10:00"), 1)));
        assertEquals("2026-07-01 14:00", local(changed.endOfNthWorkday(at("2026-06-29 10:00"), 2)));
        assertEquals("2026-07-01 09:00", local(changed.addWorkingMinutes(at("2026-06-30 17:30"), 60)));
    }

    @Test
    void t24ACalendarWhoseEveryDayIsSuspendedIsRefused() {
        // Given only Mondays, all of them suspended
        List<LocalDay> mondays = WorkingTime.FIRST_DAY
                .datesUntil(WorkingTime.LAST_DAY.plusDays(1))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                .map(date -> LocalDay.suspended(date, "District order 4"))
                .toList();
        CalendarData data = new CalendarData(
                "none", List.of(DayOfWeek.MONDAY), calendar.data().hours(), List.of(), mondays);
        // When
        CalendarDataException refused = assertThrows(CalendarDataException.class, () -> CalendarVersion.of(data));
        // Then
        assertEquals(CalendarFault.Code.NO_WORKING_TIME, refused.faults().get(0).code());
    }

    @Test
    void t24TheHorizonIsAnErrorAndNeverALoop() {
        // Given
        Instant last = at("2099-12-31 10:00");
        List<Executable> beyond = List.of(
                () -> provisional.addWorkingMinutes(last, 100_000),
                () -> provisional.addWorkingMinutes(at("2026-03-02 10:00"), 52_596_000),
                () -> provisional.endOfNthWorkday(last, 36_525),
                () -> provisional.addNaturalDays(last, 36_525, true),
                () -> provisional.addNaturalDays(last, 36_525, false),
                () -> provisional.addNaturalMinutes(Instant.MAX, 1),
                () -> provisional.addNaturalMinutes(Instant.MIN, 1),
                () -> provisional.subtractWorkingMinutes(at("2000-01-04 10:00"), 100_000),
                () -> provisional.addWorkdays(day("2026-03-02"), Integer.MAX_VALUE),
                () -> provisional.addWorkdays(day("2026-03-02"), Integer.MIN_VALUE),
                () -> provisional.workdaysBetween(LocalDate.MIN, LocalDate.MAX),
                () -> provisional.isWorkday(day("2100-01-01")),
                () -> provisional.nextWorkingMoment(at("2099-12-31 23:00")));
        // When / Then
        for (Executable question : beyond) {
            CalendarException refused = assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> assertThrows(CalendarException.class, question));
            assertEquals(CalendarErrorCode.CALENDAR_HORIZON_EXCEEDED, refused.code());
        }
    }

    @Test
    void everyQuestionBeyondTheLoadedYearsIsRefusedByDefault() {
        // Given
        Instant december = at("2026-12-31 17:00");
        Instant january = at("2027-01-04 10:00");
        List<Executable> questions = List.of(
                () -> calendar.isWorkday(day("2027-01-01")),
                () -> calendar.workingIntervals(day("2022-12-30")),
                () -> calendar.addWorkdays(day("2026-12-31"), 1),
                () -> calendar.addWorkdays(day("2023-01-03"), -1),
                () -> calendar.workdaysBetween(day("2026-12-31"), day("2027-01-01")),
                () -> calendar.endOfNthWorkday(december, 1),
                () -> calendar.addNaturalDays(december, 3, true),
                () -> calendar.workingMinutesBetween(december, january),
                () -> calendar.workingMinutesBetween(january, december),
                () -> calendar.subtractWorkingMinutes(january, 120),
                () -> calendar.nextWorkingMoment(at("2026-12-31 18:00")));
        // When / Then
        for (Executable question : questions) {
            assertEquals(
                    CalendarErrorCode.CALENDAR_NOT_LOADED,
                    assertThrows(CalendarException.class, question).code());
        }
        assertEquals("2027-01-03 17:00", local(calendar.addNaturalDays(december, 3, false)));
    }

    @Test
    void a2027WithoutANoticeIsMondayToFridayWithoutTheDaysOfTheLaw() {
        // When
        List<LocalDate> weekdaysOff = day("2027-01-01")
                .datesUntil(day("2028-01-01"))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(date -> !provisional.isWorkday(date))
                .toList();
        long weekendsWorked = day("2027-01-01")
                .datesUntil(day("2028-01-01"))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                .filter(provisional::isWorkday)
                .count();
        // Then
        assertEquals(
                List.of(
                        day("2027-01-01"),
                        day("2027-02-05"),
                        day("2027-02-08"),
                        day("2027-04-05"),
                        day("2027-06-09"),
                        day("2027-09-15"),
                        day("2027-10-01")),
                weekdaysOff);
        assertEquals(0, weekendsWorked);
        assertTrue(provisional.endOfNthWorkday(at("2027-02-08 10:00"), 1).provisional());
    }

    @Test
    void aYearWithoutAnyDataIsTheBareWeekAndProvisional() {
        // When
        Deadline deadline = provisional.endOfNthWorkday(at("2030-01-02 10:00"), 3);
        // Then Wednesday to Monday
        assertEquals(new Deadline(at("2030-01-07 17:30"), true, calendar.id()), deadline);
        assertEquals(261, provisional.workdaysBetween(day("2029-12-31"), day("2030-12-31")));
    }

    @Test
    void fractionsOfASecondAreCutOff() {
        // Given
        Instant start = at("2026-03-02 09:00").plusNanos(999_999_999);
        // When / Then
        assertEquals("2026-03-02 10:00", local(calendar.addWorkingMinutes(start, 60)));
        assertEquals(3600, calendar.workingSecondsBetween(start, at("2026-03-02 10:00")));
        assertEquals(59, calendar.workingMinutesBetween(at("2026-03-02 09:00").plusSeconds(1), at("2026-03-02 10:00")));
    }

    @Test
    void amountsThatMakeNoSenseAreRefused() {
        // Given
        Instant start = at("2026-03-02 09:00");
        List<Executable> questions = List.of(
                () -> calendar.addWorkingMinutes(start, -1),
                () -> calendar.addWorkingMinutes(start, Long.MAX_VALUE),
                () -> calendar.subtractWorkingMinutes(start, Long.MIN_VALUE),
                () -> calendar.addNaturalMinutes(start, 0),
                () -> calendar.addNaturalDays(start, Long.MAX_VALUE, true),
                () -> calendar.endOfNthWorkday(start, -1));
        // When / Then
        for (Executable question : questions) {
            assertEquals(
                    CalendarErrorCode.AMOUNT_OUT_OF_RANGE,
                    assertThrows(CalendarException.class, question).code());
        }
        assertEquals(
                CalendarErrorCode.TARGET_INVALID,
                assertThrows(CalendarException.class, () -> new Target(1, TargetUnit.WORKING_MINUTES, true))
                        .code());
        assertEquals(
                CalendarErrorCode.SPAN_REVERSED,
                assertThrows(CalendarException.class, () -> new Pause(start, start.minusSeconds(1)))
                        .code());
    }

    @Test
    void t22NoticesAreHeldToTheNextWorkingMoment() {
        // When / Then
        assertEquals("2026-09-20 08:30", local(calendar.nextWorkingMoment(at("2026-09-18 17:30"))));
        assertEquals("2026-09-18 14:30", local(calendar.nextWorkingMoment(at("2026-09-18 12:00"))));
        assertEquals("2026-09-18 11:59", local(calendar.nextWorkingMoment(at("2026-09-18 11:59"))));
    }

    @Test
    void t08TheZoneOfTheMachineDoesNotMatter() {
        // Given
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            // When
            CalendarVersion elsewhere = CalendarVersion.of(CalendarFile.parse(CalendarFile.write(calendar.data())));
            // Then
            assertEquals("2026-09-20 09:00", local(elsewhere.addWorkingMinutes(at("2026-09-18 17:00"), 60)));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theFixedOffsetIsThatOfShanghaiOverTheWholeHorizon() {
        // Given
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Instant from = ShanghaiTime.instant(WorkingTime.FIRST_DAY.atStartOfDay());
        // When / Then
        assertEquals(ShanghaiTime.OFFSET, shanghai.getRules().getOffset(from));
        assertEquals(null, shanghai.getRules().nextTransition(from));
        assertEquals(
                "2026-03-02T09:00+08:00",
                ShanghaiTime.local(at("2026-03-02 09:00")).toString());
    }

    @Test
    void manyOverlappingPausesCountOnce() {
        // Given one working hour covered by pauses ten times over, out of order
        Instant start = at("2026-03-02 08:30");
        List<Pause> pauses = new ArrayList<>();
        for (int minute = 50; minute >= 0; minute -= 5) {
            pauses.add(new Pause(start.plusSeconds(minute * 60L), start.plusSeconds(3600)));
        }
        pauses.add(new Pause(start.minusSeconds(86_400), start));
        pauses.add(new Pause(at("2026-03-02 10:00"), at("2026-03-02 12:00")));
        // When the last one begins exactly at the due
        Deadline deadline = calendar.deadline(start, Target.workingMinutes(30), pauses);
        // Then
        assertEquals("2026-03-02 10:00", local(deadline));
    }
}

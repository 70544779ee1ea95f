package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a division publishes on top of the calendar above it. */
class DivisionAdditionsTest {
    private static final LocalDate TYPHOON = LocalDate.of(2026, 9, 24);
    private static final CalendarData NATIONAL = CalendarVersion.national().data();

    @Test
    void additionsComeBackFromTheirTextAsTheyWere() {
        // Given
        CalendarAdditions additions = new CalendarAdditions(
                List.of(year2027()),
                List.of(LocalDay.suspended(TYPHOON, "演示文号〔2026〕1号"), half(LocalDate.of(2026, 9, 22))),
                List.of(hours(LocalDate.of(2026, 10, 8), "09:00-12:00", "14:00-18:00")));

        // When
        CalendarAdditions back = CalendarAdditions.parse(additions.text());

        // Then
        assertEquals(additions, back);
        assertTrue(CalendarAdditions.parse("").isEmpty());
    }

    @Test
    void aYearTakesThePlaceOfWhatWasKnownOfIt() {
        // Given
        CalendarAdditions additions = new CalendarAdditions(List.of(year2027()), List.of(), List.of());

        // When
        CalendarVersion version = CalendarVersion.of(additions.onto(NATIONAL, "v+44.1"));

        // Then
        assertEquals(List.of(2023, 2024, 2025, 2026, 2027), version.coverage().loadedYears());
        assertEquals("v+44.1", version.id());
        assertFalse(version.isWorkday(LocalDate.of(2027, 2, 9)));
        assertTrue(version.isWorkday(LocalDate.of(2027, 2, 20)));
    }

    @Test
    void theNoticeOfAboveHoldsAgainstTheOneBelow() {
        // Given
        CalendarAdditions above = new CalendarAdditions(List.of(year2027()), List.of(), List.of());
        CalendarAdditions below = new CalendarAdditions(
                List.of(new NationalYear(2027, false, List.of(), List.of(), "国办发明电〔2026〕9号")), List.of(), List.of());
        CalendarData root = above.replacing(NATIONAL, "root");

        // When
        CalendarVersion district = CalendarVersion.of(below.onto(root, "district"));
        CalendarVersion correction = CalendarVersion.of(below.replacing(root, "correction"));

        // Then
        assertTrue(district.isWorkday(LocalDate.of(2027, 2, 20)));
        assertFalse(correction.isWorkday(LocalDate.of(2027, 2, 20)));
    }

    @Test
    void whatTwoDivisionsBothLeaveOpenStaysOpen() {
        // Given
        CalendarData city = new CalendarAdditions(List.of(), List.of(half(TYPHOON)), List.of()).onto(NATIONAL, "city");
        LocalDay late = new LocalDay(TYPHOON, List.of(interval("10:00-17:00")), "区号〔2026〕1号");

        // When
        CalendarVersion district =
                CalendarVersion.of(new CalendarAdditions(List.of(), List.of(late), List.of()).onto(city, "district"));
        CalendarVersion closed = CalendarVersion.of(
                new CalendarAdditions(List.of(), List.of(LocalDay.suspended(TYPHOON, "区号〔2026〕2号")), List.of())
                        .onto(city, "closed"));

        // Then
        assertEquals(List.of(interval("10:00-12:00")), district.workingIntervals(TYPHOON));
        assertFalse(closed.isWorkday(TYPHOON));
    }

    @Test
    void ownHoursHoldAlsoAgainstLaterOnesFromAbove() {
        // Given
        CalendarData city = new CalendarAdditions(
                        List.of(), List.of(), List.of(hours(LocalDate.of(2026, 12, 1), "09:00-17:00")))
                .onto(NATIONAL, "city");

        // When
        CalendarVersion district = CalendarVersion.of(new CalendarAdditions(
                        List.of(), List.of(), List.of(hours(LocalDate.of(2026, 11, 2), "08:00-12:00")))
                .onto(city, "district"));

        // Then
        assertEquals(List.of(interval("08:00-12:00")), district.workingIntervals(LocalDate.of(2026, 12, 1)));
        assertEquals(2, district.workingIntervals(LocalDate.of(2026, 10, 30)).size());
    }

    @Test
    void aLaterPublicationReplacesYearsAndHoursAndAddsDays() {
        // Given
        CalendarAdditions first = new CalendarAdditions(
                List.of(year2027()), List.of(half(TYPHOON)), List.of(hours(LocalDate.of(2026, 11, 2), "08:00-12:00")));

        // When
        CalendarAdditions next = first.with(new CalendarAdditions(
                List.of(new NationalYear(2027, false, List.of(), List.of(), "国办发明电〔2026〕9号")),
                List.of(LocalDay.suspended(LocalDate.of(2026, 9, 25), "x")),
                List.of(hours(LocalDate.of(2026, 11, 2), "09:00-12:00"))));

        // Then
        assertEquals("国办发明电〔2026〕9号", next.years().get(0).source());
        assertEquals(2, next.localDays().size());
        assertEquals(List.of(interval("09:00-12:00")), next.hours().get(0).intervals());
        assertEquals(1, next.withoutLocalDays(List.of(TYPHOON)).localDays().size());
    }

    @Test
    void everyFaultOfAdditionsIsNamedAtOnce() {
        // When
        CalendarDataException refused = assertThrows(
                CalendarDataException.class,
                () -> CalendarAdditions.parse("version=x\n2027 source=blog\n2027 weekdayOff=02-30\n"
                        + "local 2026-09-24 closed=\nhours 2026-11-01=12:00-08:00\n"));

        // Then
        List<CalendarFault.Code> codes =
                refused.faults().stream().map(CalendarFault::code).toList();
        assertTrue(
                codes.containsAll(List.of(
                        CalendarFault.Code.UNKNOWN_KEY,
                        CalendarFault.Code.SOURCE_NOT_OFFICIAL,
                        CalendarFault.Code.DATE_INVALID,
                        CalendarFault.Code.DOCUMENT_MISSING,
                        CalendarFault.Code.HOURS_INVALID,
                        CalendarFault.Code.LISTS_MISSING)),
                codes.toString());
    }

    @Test
    void pausesAreCountedOnceAndOnlyUpToTheDue() {
        // Given
        CalendarVersion calendar = CalendarVersion.national();
        List<Pause> pauses = List.of(
                new Pause(BeijingTime.at("2026-09-30T10:00"), BeijingTime.at("2026-10-08T09:00")),
                new Pause(BeijingTime.at("2026-09-30T15:00"), BeijingTime.at("2026-10-08T10:00")),
                new Pause(BeijingTime.at("2026-10-09T08:30"), BeijingTime.at("2026-10-09T12:00")));

        // When
        long paused = calendar.pausedWorkingMinutes(
                BeijingTime.at("2026-09-29T09:00"), BeijingTime.at("2026-10-09T09:00"), pauses);

        // Then
        assertEquals(390 + 30, paused);
    }

    private static NationalYear year2027() {
        return new NationalYear(
                2027,
                false,
                List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 9)),
                List.of(LocalDate.of(2027, 2, 20)),
                "国办发明电〔2026〕8号");
    }

    private static LocalDay half(LocalDate date) {
        return new LocalDay(date, List.of(interval("08:30-12:00")), "市号〔2026〕3号");
    }

    private static OfficeHours hours(LocalDate from, String... intervals) {
        return new OfficeHours(
                from,
                List.of(intervals).stream().map(DivisionAdditionsTest::interval).toList(),
                false);
    }

    private static WorkingInterval interval(String text) {
        return WorkingInterval.parse(text).orElseThrow();
    }
}

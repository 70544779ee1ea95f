package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.day;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

    private static final String HEAD = """
            version=test
            workweek=MON,TUE,WED,THU,FRI
            hours 2000-01-01=08:30-12:00,14:30-17:30
            """;

    @Test
    void namesEveryFaultOfAFileAtOnceWithItsPlace() {
        // Given
        String file = """
                version=
                workweek=MON,FUNDAY
                hours 2000-01-01=08:30-12:00,11:00-17:30
                hours 2020-01-01=9-17
                2026 source=https://example.com/holidays
                2026 weekdayOff=01-01,02-30,2025-11-30
                2026 weekendWork=01-04,01-01,01-04
                2025 weekdayOff=01-01
                1999 weekdayOff=01-01
                2027 statutory=01-01
                2027 weekendWork=01-03
                local 2026-05-01 closed=
                local yesterday closed=District order 1
                colour=red
                nonsense
                """;
        // When
        CalendarDataException refused = assertThrows(CalendarDataException.class, () -> CalendarFile.parse(file));
        // Then
        assertEquals(CalendarErrorCode.CALENDAR_DATA_INVALID, refused.code());
        assertEquals(
                List.of(
                        "line 2 WEEKDAY_UNKNOWN",
                        "line 4 HOURS_INVALID",
                        "line 6 DATE_INVALID",
                        "line 9 YEAR_OUT_OF_RANGE",
                        "line 13 DATE_INVALID",
                        "line 14 UNKNOWN_KEY",
                        "line 15 SYNTAX",
                        "2025 LISTS_MISSING",
                        "2027 YEAR_MIXED",
                        "version VERSION_MISSING",
                        "hours 2000-01-01 HOURS_INVALID",
                        "hours 2020-01-01 HOURS_MISSING",
                        "2025 source SOURCE_MISSING",
                        "2026 source SOURCE_NOT_OFFICIAL",
                        "2026 weekdayOff DATE_OUTSIDE_YEAR",
                        "2026 weekendWork DUPLICATE",
                        "2026 weekendWork MAKE_UP_DAY_IS_A_WEEKDAY",
                        "2027 source SOURCE_MISSING",
                        "2027 weekendWork YEAR_MIXED",
                        "2026-01-01 DAY_OFF_AND_WORKED",
                        "local 2026-05-01 DOCUMENT_MISSING"),
                refused.faults().stream()
                        .map(fault -> fault.where() + " " + fault.code())
                        .toList());
        assertTrue(refused.detail().contains("line 6: no such date: 2026-02-30"), refused.detail());
        assertTrue(refused.detailZh().contains("line 6：日期不存在：2026-02-30"), refused.detailZh());
    }

    static Stream<String> calendarsWithoutWorkingTime() {
        return Stream.of(
                "",
                "version=test\nworkweek=\nhours 2000-01-01=08:30-12:00",
                "version=test\nworkweek=MON\nhours 2000-01-01=",
                "version=test\nworkweek=MON");
    }

    @ParameterizedTest
    @MethodSource("calendarsWithoutWorkingTime")
    void t24RefusesACalendarWithoutWorkingTime(String file) {
        // When / Then
        assertThrows(CalendarDataException.class, () -> CalendarFile.parse(file));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        // When
        CalendarDataException refused =
                assertThrows(CalendarDataException.class, () -> CalendarFile.parse("#".repeat(1_000_001)));
        // Then
        assertTrue(refused.faults().stream().anyMatch(fault -> fault.code() == CalendarFault.Code.TOO_LARGE));
    }

    @Test
    void aNoticeMayReachIntoTheDecemberBeforeIt() {
        // Given a notice of 2027 that takes Thursday 31 December 2026 off
        String file = HEAD + """
                2026 source=国办发明电〔2025〕1号
                2026 weekdayOff=01-01
                2026 weekendWork=
                2027 source=国办发明电〔2026〕1号
                2027 weekdayOff=2026-12-31,01-01
                2027 weekendWork=2026-12-27
                """;
        // When
        CalendarVersion calendar = CalendarVersion.of(CalendarFile.parse(file));
        // Then
        assertEquals(day("2027-01-04"), calendar.addWorkdays(day("2026-12-30"), 1));
        assertTrue(calendar.isWorkday(day("2026-12-27")));
    }

    @Test
    void readsBackWhatItWrites() {
        // Given
        Random random = Seed.random("readsBackWhatItWrites");
        for (int weekdaySet = 1; weekdaySet <= 127; weekdaySet++) {
            CalendarData data = new RandomCalendar(random).of(weekdaySet);
            // When
            CalendarData again = CalendarFile.parse(CalendarFile.write(data));
            // Then
            assertEquals(data, again);
        }
        CalendarData national = CalendarVersion.national().data();
        assertEquals(national, CalendarFile.parse(CalendarFile.write(national)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order 1\n2026 weekendWork=01-03", "order 1 # draft", " order 1", "order 1\u2028", "order 1\0"})
    void refusesTextThatAFileCouldNotGiveBack(String documentNumber) {
        // Given
        CalendarData data = CalendarVersion.national()
                .data()
                .withLocalDay(LocalDay.suspended(day("2026-03-03"), documentNumber), "test");
        // When
        CalendarDataException refused = assertThrows(CalendarDataException.class, () -> CalendarVersion.of(data));
        // Then
        assertEquals(
                List.of(new CalendarFault("local 2026-03-03", CalendarFault.Code.TEXT_INVALID, documentNumber)),
                refused.faults());
    }

    @Test
    void noTextBreaksTheReader() {
        // Given the shipped file with random characters put in, taken out and swapped
        Random random = Seed.random("noTextBreaksTheReader");
        String file = CalendarFile.write(CalendarVersion.national().data());
        for (int i = 0; i < 3_000; i++) {
            StringBuilder broken = new StringBuilder(file);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int place = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.insert(place, (char) random.nextInt(0x250));
                    case 1 -> broken.deleteCharAt(place);
                    default -> broken.setCharAt(place, "0123456789-=,: \n#".charAt(random.nextInt(17)));
                }
            }
            // When / Then it is read, or refused with its faults, and nothing else happens
            try {
                assertTrue(!CalendarFile.parse(broken.toString()).hours().isEmpty());
            } catch (CalendarDataException refused) {
                assertTrue(!refused.faults().isEmpty());
            }
        }
    }
}

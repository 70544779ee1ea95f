package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.day;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalCalendarTest {

    private final CalendarVersion calendar = CalendarVersion.national();

    @Test
    void answersAll1461DaysAsTheNoticesDo() throws IOException {
        // Given
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (String line : notices()) {
            String[] parts = line.split("\\|", -1);
            add(off, parts[1]);
            add(worked, parts[2]);
        }
        // When
        List<LocalDate> wrong = day("2023-01-01")
                .datesUntil(day("2027-01-01"))
                .filter(date -> calendar.allowingProvisional().isWorkday(date) != expected(date, off, worked))
                .toList();
        // Then
        assertEquals(List.of(), wrong);
        assertEquals(1461, day("2023-01-01").datesUntil(day("2027-01-01")).count());
        assertEquals(26, worked.size());
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 249, 61/62/64/62, 18 20 23 20 21 21 21 23 20 19 22 21, 18, 7",
        "2024, 251, 61/62/66/62, 22 18 21 22 21 19 23 22 21 19 21 22, 19, 8",
        "2025, 248, 59/61/67/61, 19 19 21 22 19 20 23 21 23 18 20 23, 18, 5",
        "2026, 248, 59/61/66/62, 21 16 22 21 19 21 23 21 22 18 21 23, 19, 6"
    })
    void countsEachYearQuarterAndMonth(int year, int total, String quarters, String months, int off, int worked) {
        // When
        int[] perMonth = IntStream.rangeClosed(1, 12)
                .map(month -> workdays(YearMonth.of(year, month)))
                .toArray();
        String perQuarter = IntStream.range(0, 4)
                .mapToObj(q -> "" + (perMonth[3 * q] + perMonth[3 * q + 1] + perMonth[3 * q + 2]))
                .collect(Collectors.joining("/"));
        NationalYear rows = calendar.data().years().stream()
                .filter(row -> row.year() == year)
                .findFirst()
                .orElseThrow();
        // Then
        assertEquals(months, Arrays.stream(perMonth).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        assertEquals(quarters, perQuarter);
        assertEquals(total, Arrays.stream(perMonth).sum());
        assertEquals(off, rows.daysOff().size());
        assertEquals(worked, rows.makeUpDays().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-07, 3, 2023-03-10",
        "2023-04-28, 1, 2023-05-04",
        "2023-09-28, 5, 2023-10-11",
        "2024-09-13, 2, 2024-09-18",
        "2026-02-13, 1, 2026-02-14",
        "2026-09-18, 1, 2026-09-20"
    })
    void addsWorkdaysWithoutCountingTheDayItself(LocalDate from, int n, LocalDate due) {
        // When / Then
        assertEquals(due, calendar.addWorkdays(from, n));
        assertEquals(n, calendar.workdaysBetween(from, due));
        assertEquals(-n, calendar.workdaysBetween(due, from));
        assertEquals(from, calendar.addWorkdays(due, -n));
    }

    @Test
    void walksBackFromADayOffToTheWorkdayBeforeIt() {
        // Given Saturday 19 September 2026, off, before a worked Sunday
        LocalDate saturday = day("2026-09-19");
        // When / Then
        assertEquals(day("2026-09-18"), calendar.addWorkdays(saturday, -1));
        assertEquals(day("2026-09-20"), calendar.addWorkdays(saturday, 1));
        assertEquals(saturday, calendar.addWorkdays(saturday, 0));
    }

    @Test
    void namesTheOfficialSourceOfEveryYearAndMarksTheHoursAsAnAssumption() {
        // When
        CalendarData data = calendar.data();
        // Then
        assertTrue(data.years().stream()
                .filter(year -> !year.provisional())
                .allMatch(year -> year.source().contains(".gov.cn/zhengce/zhengceku/")));
        assertTrue(data.hours().stream().allMatch(OfficeHours::assumption));
        assertEquals(
                "[08:30-12:00, 14:30-17:30]", data.hours().get(0).intervals().toString());
    }

    @Test
    void knowsWhichYearsItCovers() {
        // When
        Coverage coverage = calendar.coverage();
        // Then
        assertEquals(List.of(2023, 2024, 2025, 2026), coverage.loadedYears());
        assertEquals(List.of(2027), coverage.provisionalYears());
        assertTrue(coverage.isLoaded(day("2025-12-31")));
        assertTrue(coverage.isLoaded(day("2026-12-23")));
        assertFalse(coverage.isLoaded(day("2026-12-24")));
        assertFalse(coverage.isLoaded(day("2027-01-01")));
        assertFalse(coverage.isLoaded(day("2022-12-31")));
    }

    private int workdays(YearMonth month) {
        return calendar.allowingProvisional().workdaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
    }

    private static boolean expected(LocalDate date, Set<LocalDate> off, Set<LocalDate> worked) {
        boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return worked.contains(date) || (weekday && !off.contains(date));
    }

    private static void add(Set<LocalDate> days, String list) {
        Arrays.stream(list.split(","))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse)
                .forEach(days::add);
    }

    private static List<String> notices() throws IOException {
        try (InputStream file = NationalCalendarTest.class.getResourceAsStream("notices.txt")) {
            assertNotNull(file);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}

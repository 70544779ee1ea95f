package org.pengjiang.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A number, a date and an id of an address have one spelling each. */
class SpellingOfScalarsTest {
    private static final String ID = "0198c5d2-7a4e-7cc3-9f00-0b1d7a1e5a10";

    static Stream<Arguments> onlySpellings() {
        return Stream.of(
                Arguments.of(int.class, List.of("0", "7", "-7", "2147483647", "-2147483648")),
                Arguments.of(Long.class, List.of("0", "9223372036854775807", "-9223372036854775808")),
                Arguments.of(UUID.class, List.of(ID, ID.toUpperCase(java.util.Locale.ROOT))),
                Arguments.of(LocalDate.class, List.of("2026-03-05", "0000-01-01", "9999-12-31")),
                Arguments.of(YearMonth.class, List.of("2026-03")),
                Arguments.of(OffsetDateTime.class, List.of("2026-03-05T08:30:00+08:00", "2026-03-05T00:30Z")));
    }

    static Stream<Arguments> otherSpellings() {
        return Stream.of(
                Arguments.of(
                        int.class,
                        List.of("+7", "07", "00", "-0", "-07", "７", "٧", "", " 7", "7.0", "1e1", "0x7", "2147483648")),
                Arguments.of(Integer.class, List.of("02021", "+2021", "２０２１", "-2147483649")),
                Arguments.of(long.class, List.of("01", "9223372036854775808", "9".repeat(30))),
                Arguments.of(
                        UUID.class,
                        List.of(
                                "198c5d2-7a4e-7cc3-9f00-b1d7a1e5a10",
                                "+198c5d2-7a4e-7cc3-9f00-0b1d7a1e5a10",
                                "1-1-1-1-1",
                                ID.replace("-", ""),
                                ID.replace('1', '１'))),
                Arguments.of(
                        LocalDate.class,
                        List.of("+02022-06-30", "02022-06-30", "-0001-06-30", "2022-6-30", "2026-02-30")),
                Arguments.of(YearMonth.class, List.of("+02022-06", "+12022-06", "2022-6", "２０２２-06")),
                Arguments.of(OffsetDateTime.class, List.of("+02022-06-30T08:30:00+08:00", "-0001-06-30T08:30:00Z")));
    }

    @ParameterizedTest
    @MethodSource("onlySpellings")
    void theOnlySpellingIsTaken(Class<?> type, List<String> values) {
        for (String value : values) {
            assertTrue(ScalarText.of(type).read(value).isPresent(), value);
        }
    }

    @ParameterizedTest
    @MethodSource("otherSpellings")
    void noOtherSpellingIs(Class<?> type, List<String> values) {
        for (String value : values) {
            assertTrue(ScalarText.of(type).read(value).isEmpty(), value);
        }
    }

    @Test
    void aPathHasTheSameRule() throws NoSuchMethodException {
        // Given
        Method operation =
                Operations.class.getDeclaredMethod("approve", UUID.class, int.class, String.class, Integer.class);
        PathParameters path = new PathParameters(operation);

        // Then
        assertTrue(path.areReadable(Map.of("id", List.of(ID), "seq", List.of("1"), "name", List.of("01"))));
        assertFalse(path.areReadable(Map.of("id", List.of(ID), "seq", List.of("01"), "name", List.of("01"))));
        assertFalse(path.areReadable(Map.of("id", List.of(ID.substring(1)), "seq", List.of("1"))));
        assertEquals("integer", ScalarText.of(int.class).expected());
    }

    @Test
    void anEnumIsOneOfItsNames() {
        assertEquals(TimeUnit.DAYS, ScalarText.of(TimeUnit.class).read("DAYS").orElseThrow());
        assertTrue(ScalarText.of(TimeUnit.class).read("days").isEmpty());
        assertTrue(ScalarText.of(TimeUnit.class).expected().endsWith("HOURS | DAYS"));
    }

    @Test
    void aParameterOfATypeThatNobodyCanReadIsFoundWhenTheServiceStarts() throws NoSuchMethodException {
        // Given
        Method path = OfAYear.class.getDeclaredMethod("inPath", Year.class);
        Method query = OfAYear.class.getDeclaredMethod("inQuery", List.class);

        // Then
        for (Executable declared :
                List.<Executable>of(() -> new PathParameters(path), () -> new QueryParameters(query))) {
            String message =
                    assertThrows(IllegalArgumentException.class, declared).getMessage();
            assertTrue(message.contains("java.time.Year"), message);
        }
    }

    interface OfAYear {
        void inPath(@PathParam("year") Year year);

        void inQuery(@QueryParam("year") List<Year> years);
    }

    interface Operations {
        void approve(
                @PathParam("id") UUID id, @PathParam("seq") int seq, @PathParam("name") String name, Integer whatever);
    }
}

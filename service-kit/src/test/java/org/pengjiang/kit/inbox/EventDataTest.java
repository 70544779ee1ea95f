package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number of an event is read as it stands there, or not at all. */
class EventDataTest {
    @Test
    void theLargestAndTheSmallestNumbersAreRead() {
        assertEquals(Long.MAX_VALUE, event("9223372036854775807").number("n"));
        assertEquals(Long.MIN_VALUE, event("-9223372036854775808").number("n"));
        assertEquals(Integer.MAX_VALUE, event("2147483647").integer("n"));
        assertEquals(Integer.MIN_VALUE, event("-2147483648").integer("n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"18446744073709551617", "9223372036854775808", "-9223372036854775809", "1.0", "\"1\"", "null"})
    void noOtherIsCutToALong(String value) {
        assertThrows(IllegalArgumentException.class, () -> event(value).number("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551617", "4294967297", "2147483648", "-2147483649", "1.0", "\"1\"", "null"})
    void noOtherIsCutToAnInt(String value) {
        assertThrows(IllegalArgumentException.class, () -> event(value).integer("n"));
    }

    private static EventData event(String value) {
        try {
            return new EventData(new ObjectMapper().readTree("{\"n\": " + value + "}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

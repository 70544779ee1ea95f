package org.pengjiang.team.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeagueTest {
    @Test
    void equalTotalsShareAPlaceAndTheNextSkips() {
        // Given
        List<League.Contender> teams = List.of(
                contender("T01", "TOWNS", "80.00"),
                contender("T02", "TOWNS", "90.00"),
                contender("T03", "TOWNS", "80.00"),
                contender("T04", "TOWNS", "79.99"));
        // When
        Map<String, Integer> places = League.places(teams);
        // Then
        assertEquals(Map.of("T02", 1, "T01", 2, "T03", 2, "T04", 4), places);
    }

    @Test
    void eachGroupHasItsOwnFirst() {
        // Given
        List<League.Contender> teams =
                List.of(contender("T01", "TOWNS", "10.00"), contender("T07", "DEPARTMENTS", "99.00"));
        // When
        Map<String, Integer> places = League.places(teams);
        // Then
        assertEquals(Map.of("T01", 1, "T07", 1), places);
    }

    @Test
    void whoHasNoScoreHasNoPlace() {
        // Given
        League.Contender without =
                new League.Contender("T05", "TOWNS", Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO);
        // When
        Map<String, Integer> places = League.places(List.of(without, contender("T01", "TOWNS", "1.00")));
        // Then
        assertEquals(Map.of("T01", 1), places);
    }

    private static League.Contender contender(String code, String group, String total) {
        return new League.Contender(code, group, Optional.of(new BigDecimal(total)), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}

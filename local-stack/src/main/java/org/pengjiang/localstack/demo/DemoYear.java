package org.pengjiang.localstack.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A year whose figures the district published in a bulletin on its key work. The bulletins report key-project investment;
 * the demo carries it as the pledges' SUM line, spread over fictional teams and projects.
 *
 * @param targetFen the district's target of the year
 * @param reachedFen what had been reached on {@code asOf}
 * @param signedOn the day the demo's pledges carry
 */
record DemoYear(int year, LocalDate signedOn, LocalDate asOf, long targetFen, long reachedFen, int projects) {

    /** 19.322 bn, of which 12.602 bn by June; 21.183 bn, of which 19.454 bn by September. */
    static final List<DemoYear> PUBLISHED = List.of(
            new DemoYear(
                    2022,
                    LocalDate.of(2022, 3, 1),
                    LocalDate.of(2022, 6, 30),
                    1_932_200_000_000L,
                    1_260_200_000_000L,
                    48),
            new DemoYear(
                    2023,
                    LocalDate.of(2023, 3, 7),
                    LocalDate.of(2023, 9, 30),
                    2_118_300_000_000L,
                    1_945_400_000_000L,
                    60));
}

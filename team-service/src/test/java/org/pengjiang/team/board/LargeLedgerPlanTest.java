package org.pengjiang.team.board;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District;
import org.pengjiang.team.testsupport.TeamStack;

/** A board must not get slower with the districts and years beside it: it reads one district's year, by index. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class LargeLedgerPlanTest {
    private static final DivisionScope DISTRICT = DivisionScope.of(DivisionCode.parse("440703"));
    private static final int ROUNDS = Integer.getInteger("board.rounds", 4);
    private static boolean filled;

    @Inject
    DrawBoard drawBoard;

    @Inject
    BoardQueries queries;

    @Inject
    Assumptions assumptions;

    @Inject
    WorkCalendar calendar;

    @BeforeEach
    void fillOnce() throws SQLException {
        if (filled) {
            return;
        }
        Database.reset();
        List<UUID> teams = fifteenTeamsWithPledges();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            String holders = teams.stream().map(id -> "'" + id + "'::uuid").collect(Collectors.joining(", "));
            statement.execute("""
                    INSERT INTO credit_day (district, day, holder, metric, band, manufacturing, chain, tags, historical, quantity)
                    SELECT d::text, date '2022-01-01' + n, CASE d WHEN 440703 THEN h ELSE md5(h::text)::uuid END, m, 'FROM_100M',
                      true, 'SMART_APPLIANCE', '{GREEN}', false, 100.01
                    FROM generate_series(440703, 440708) d, generate_series(0, 1799, 1) n,
                      unnest(array[%s, '00000000-0000-0000-0000-000000000000'::uuid]) h,
                      unnest(array['SIGNED_AMOUNT', 'SIGNED_COUNT', 'COUNT_100M']) m""".formatted(holders));
            statement.execute("ANALYZE credit_day");
        }
        filled = true;
    }

    @Test
    void aBoardReadsOneDistrictsYearByIndexAmongManyOthers() throws SQLException {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            // When
            List<String> plan = explain(statement);

            // Then
            System.out.println(plan.stream().collect(Collectors.joining("\n")));
            assertTrue(plan.stream().noneMatch(step -> step.contains("Seq Scan")), plan.toString());
            assertTrue(plan.stream().anyMatch(step -> step.contains("credit_day_pkey")), plan.toString());
        }
    }

    /**
     * Prints where the time of a board goes: the first one and the warm ones, and each part of a warm one. The figures of
     * docs/performance.md are those of {@code -Dboard.rounds=40}.
     */
    @Test
    void theCostOfABoardIsKnownPartByPart() {
        // Given
        LocalDate asOf = LocalDate.of(2026, 11, 20);

        // When
        long first = micros(() -> District.board(2026, "2026-11-20").then().statusCode(200));
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("board over HTTP, seen by the test's client", median(() -> District.board(2026, "2026-11-20")));
        parts.put("/v1/me over HTTP, seen by the test's client", median(() -> District.OFFICE.get("/v1/me")));
        parts.put(
                "whole board in the service",
                median(() -> drawBoard.draw(DISTRICT, 2026, asOf).view()));
        parts.put("of it: settings in force, four queries", median(() -> assumptions.at("440703", asOf)));
        parts.put("of it: teams and pledges, two queries", median(() -> queries.teams(DISTRICT, 2026, asOf)));
        parts.put("of it: credits, one query over the rollup", median(() -> queries.credits(DISTRICT, 2026, asOf)));
        parts.put("of it: the arithmetic and the view of what was read", median(arithmetic(asOf)));
        long bytes = allocated(() -> drawBoard.draw(DISTRICT, 2026, asOf).view());

        // Then
        System.out.println("the first board: " + first + " us");
        parts.forEach((part, micros) -> System.out.println("median of " + ROUNDS + ": " + micros + " us: " + part));
        System.out.println("allocated by a board: " + bytes + " bytes");
        District.board(2026, "2026-11-20").then().body("teams.size()", equalTo(15));
    }

    private Runnable arithmetic(LocalDate asOf) {
        Assumptions.InForce rules = assumptions.at("440703", asOf);
        Credits credits = queries.credits(DISTRICT, 2026, asOf);
        List<BoardTeam> teams = queries.teams(DISTRICT, 2026, asOf);
        return () -> new Board(
                        "440703",
                        new Judge(
                                2026,
                                asOf,
                                credits,
                                rules.lights(),
                                rules.smallestDenominator(),
                                new Dues(2026, calendar.current()::isWorkday)),
                        teams,
                        rules.assumptions(),
                        false)
                .view();
    }

    private static List<UUID> fifteenTeamsWithPledges() {
        List<UUID> teams = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            District.ATeam team = District.team("T%02d".formatted(i), "team-captain", "2022-01-01");
            Map<String, Object> sum = District.line("SIGNED_AMOUNT", "SUM", "40000.00", 7000);
            Map<String, Object> count = District.line("COUNT_100M", "COUNT", "400", 3000);
            sum.put("curve", "LINEAR_WORKDAY");
            count.put("curve", "LINEAR_WORKDAY");
            District.signedPledge(team, 2026, "team-captain", "2026-01-10", List.of(sum, count));
            teams.add(team.id());
        }
        return teams;
    }

    private static long median(Runnable work) {
        IntStream.range(0, ROUNDS / 2).forEach(i -> work.run());
        return IntStream.range(0, ROUNDS)
                .mapToLong(i -> micros(work))
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long micros(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1_000;
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static List<String> explain(Statement statement) throws SQLException {
        String sql = BoardQueries.CREDITS
                .replaceFirst("\\?", "'440703'")
                .replaceFirst("\\?", "date '2026-01-01'")
                .replaceFirst("\\?", "date '2026-11-20'");
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + sql)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return Arrays.asList(plan.toString().split("\n"));
    }
}

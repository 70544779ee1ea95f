package org.pengjiang.team.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District;
import org.pengjiang.team.testsupport.TeamStack;

/** A board must not get slower with the districts and years beside it: it reads one district's year, by index. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class LargeLedgerPlanTest {
    @Test
    void aBoardReadsOneDistrictsYearByIndexAmongManyOthers() throws SQLException {
        // Given
        Database.reset();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO credit_day (district, day, holder, metric, band, manufacturing, chain, tags, historical, quantity)
                    SELECT d::text, date '2022-01-01' + n, md5(h::text)::uuid, m, 'FROM_100M', true, 'SMART_APPLIANCE',
                      '{GREEN}', false, 100.01
                    FROM generate_series(440703, 440708) d, generate_series(0, 1799, 1) n, generate_series(1, 16) h,
                      unnest(array['SIGNED_AMOUNT', 'SIGNED_COUNT', 'COUNT_100M']) m""");
            statement.execute("ANALYZE credit_day");
            // When
            List<String> plan = explain(statement);
            long started = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                District.board(2026, "2026-11-20").then().statusCode(200);
            }
            long millis = (System.nanoTime() - started) / 20_000_000;
            // Then
            System.out.println("board over 518,400 rollup rows: " + millis + " ms\n"
                    + plan.stream().collect(Collectors.joining("\n")));
            assertTrue(plan.stream().noneMatch(step -> step.contains("Seq Scan")), plan.toString());
            assertTrue(plan.stream().anyMatch(step -> step.contains("credit_day_pkey")), plan.toString());
        }
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

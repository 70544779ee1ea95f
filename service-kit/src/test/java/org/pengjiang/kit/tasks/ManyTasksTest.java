package org.pengjiang.kit.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.kit.things.Tables.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;

/** Among 100,000 open tasks and as many that are done, a list is read along its indexes. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ManyTasksTest {
    private static final TaskFilter ANY = new TaskFilter("", null, null);
    private static final int TIMES = 60;

    @Inject
    TaskQueries tasks;

    @Inject
    Paging paging;

    @Inject
    DataSource database;

    @BeforeEach
    void many() {
        Tables.tamper("""
                INSERT INTO task (id, division, province, city, district, town, subject_type, subject, kind, item, arguments,
                                  assignee, account, roles, unit, party, except_accounts, link, urgent, due_at, provisional,
                                  opened_at, done_at, done_by)
                SELECT gen_random_uuid(), '440703101', '44', '4407', CASE WHEN n % 10 = 0 THEN '440703' ELSE '440704' END,
                       '440703101', 'many', gen_random_uuid(), 'thing-to-count', '', '{}', n::text,
                       CASE WHEN n % 3 = 0 THEN 'account' || n % 500 END,
                       CASE WHEN n % 3 > 0 THEN ARRAY['ROLE' || n % 20] END,
                       CASE WHEN n % 3 = 1 THEN 'U' || n % 60 END, NULL, '{}', '/', FALSE,
                       CASE WHEN n % 4 > 0 THEN now() + n * interval '1 minute' END, FALSE, now(),
                       CASE WHEN n > 100000 THEN now() END, CASE WHEN n > 100000 THEN 'somebody' END
                  FROM generate_series(1, 200000) n""");
        Tables.tamper("ANALYZE task");
    }

    @AfterEach
    void few() {
        Tables.tamper("DELETE FROM task WHERE subject_type = 'many'");
    }

    @Test
    void whatWaitsForMeAndForTheDistrictIsReadByIndex() throws Exception {
        // Given
        Caller me = new Caller(
                "account6",
                Set.of("ROLE1", "ROLE2", "ROLE0"),
                Optional.of(DivisionCode.parse("440703")),
                Map.of("unit", List.of("U40")));
        Caller nobody = new Caller("x", Set.of("OTHER"), Optional.of(DivisionCode.parse("440703")), Map.of());
        long scans = scans();
        long searches = searches();

        // When
        double mine = millis(() -> tasks.mine(me, ANY, page()));
        double none = millis(() -> tasks.mine(nobody, ANY, page()));
        double all = millis(() -> tasks.all(me, ANY, page()));

        // Then
        System.out.printf(
                "tasks among 100,000: mine %.2f ms, nothing %.2f ms, the district's %.2f ms%n", mine, none, all);
        assertEquals(51, tasks.mine(me, ANY, page()).size());
        assertEquals(0, tasks.mine(nobody, ANY, page()).size());
        tellStatistics();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> searches() - searches >= 2 * TIMES);
        assertEquals(scans, scans(), "the table was scanned");
    }

    private KeysetPage page() {
        return paging.start(new PageRequest(50, null), TaskQueries.ORDER);
    }

    /** An idle connection keeps what it has counted for up to ten seconds. */
    private void tellStatistics() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
    }

    private static long searches() {
        return number("SELECT idx_scan FROM pg_stat_user_tables WHERE relname = 'task'");
    }

    private static long scans() {
        return number("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'task'");
    }

    /** The median of many, the first ones left out. */
    private static double millis(Runnable list) {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            list.run();
            nanos[i] = System.nanoTime() - begin;
        }
        long[] later = Arrays.copyOfRange(nanos, 20, nanos.length);
        Arrays.sort(later);
        return later[later.length / 2] / 1e6;
    }
}

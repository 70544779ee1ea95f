package org.pengjiang.appeal.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.Rows.execute;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Database;

/** With 100,000 running clocks of which few are due, a sweep takes an index and well under a second. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ManyRunningClocksTest {
    private static final String FILL = """
            INSERT INTO appeal (id, version, log_version, published_version, division, province, city, district, town, no,
                title, description, search_text, nature, category, category_version, urgency, time_class, policy_version,
                source, enterprise, submitted_by, received_at, recorded_at, state, open, round, supervision_level, breached,
                signed_automatically)
            SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, '440703101', '44', '4407', '440703', '440703101', 'N-' || i,
                't', 'd', 's', 'HELP', 'A05', 1, 'ORDINARY', 'P3', 'PJ-2026', 'APP', '91440703MA00000077', 'x',
                '2026-09-18 09:00+08', '2026-09-18 09:00+08', 'SUBMITTED', true, 1, 0, false, false
            FROM generate_series(1, 100000) AS i;
            INSERT INTO deadline_clock (id, appeal_id, round, family, type, policy_version, time_class, target_amount,
                target_unit, roll_forward, target_source, other_targets, started_at, state, due_at, provisional,
                calendar_version, next_fire_at, next_level, assignment, segments)
            SELECT ('cccc' || lpad(to_hex(i), 28, '0'))::uuid, lpad(to_hex(i), 32, '0')::uuid, 1, 'ENTERPRISE', 'RESOLVE', 'PJ-2026', 'P3',
                5, 'WORKING_DAYS_END', false, 's', '{}', '2026-09-18 09:00+08', 'RUNNING',
                timestamptz '2026-09-24 17:30+08', false, 'CN-2023-2026+2027-statutory.1',
                timestamptz '2026-09-21 09:00+08' + i * interval '1 second', 50, 0, 'RUN 2026-09-18T01:00:00Z'
            FROM generate_series(1, 100000) AS i;
            """;

    @Inject
    DueSweep sweep;

    @Inject
    DueAppeals dueAppeals;

    @Inject
    StoredAppeals appeals;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void nothingStored() {
        jobs.pauseAll();
        Database.reset();
    }

    @AfterEach
    void empty() {
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void aSweepTakesTheIndexAndWellUnderASecond() throws Exception {
        // Given: ten appeals whose contact is half due
        execute(FILL);
        execute("VACUUM ANALYZE appeal");
        execute("VACUUM ANALYZE deadline_clock");
        for (int i = 0; i < 10; i++) {
            appeals.filed("2026-09-18T16:30");
        }
        String plan = plan(DueAppeals.DUE
                .replaceFirst("\\?", "now()::timestamptz - interval '60 days'")
                .replaceFirst("\\?", "200")
                .replaceFirst("\\?", "20"));
        assertTrue(plan.contains("deadline_clock_due"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);

        // When
        long started = System.nanoTime();
        SweepChunk.Result done = sweep.run();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        started = System.nanoTime();
        sweep.run();
        Duration idle = Duration.ofNanos(System.nanoTime() - started);
        started = System.nanoTime();
        dueAppeals.calendarsInUse();
        Duration calendars = Duration.ofNanos(System.nanoTime() - started);

        // Then
        assertEquals(10, done.fired());
        System.out.printf(
                "100,000 running clocks: a sweep with 10 due took %d ms, one with none %d ms, the calendars in use %d ms%n",
                took.toMillis(), idle.toMillis(), calendars.toMillis());
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
        assertTrue(idle.compareTo(Duration.ofMillis(100)) < 0, idle.toString());
        assertTrue(calendars.compareTo(Duration.ofSeconds(1)) < 0, calendars.toString());
    }

    /** After an outage everything has come due at once. */
    @Test
    void aBacklogIsWorkedOff() {
        // Given
        for (int i = 0; i < 60; i++) {
            appeals.filed("2026-08-20T10:00");
        }

        // When
        long started = System.nanoTime();
        SweepChunk.Result done = sweep.run();
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        // Then
        assertEquals(60 * 13, done.fired());
        System.out.printf("a backlog of 60 appeals with 780 levels took one sweeper %d ms%n", took.toMillis());
        assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
    }

    private static String plan(String query) throws Exception {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + query)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            System.out.println(plan);
            return plan.toString();
        }
    }
}

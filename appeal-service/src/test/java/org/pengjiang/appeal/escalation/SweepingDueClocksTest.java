package org.pengjiang.appeal.escalation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.Rows.execute;
import static org.pengjiang.appeal.testsupport.Rows.number;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/**
 * What the clocks have come to is fired once, in order and with the moment it was due at, whoever sweeps and whatever dies. It
 * is Friday 2026-09-18 17:00. Of the known defects of other systems these tests hold T04, T08, T09, T10, T14, T25 and T34;
 * the README's table names the tests of the others.
 */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SweepingDueClocksTest {
    private static final String NOW = "2026-09-18T17:00";
    private static final String SLOW = """
            CREATE SEQUENCE slow_once;
            CREATE FUNCTION slow_down() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN IF nextval('slow_once') = 1 THEN PERFORM pg_sleep(12); END IF; RETURN NEW; END $$;
            CREATE TRIGGER slow_down BEFORE INSERT ON breach FOR EACH ROW EXECUTE FUNCTION slow_down();
            """;
    private static final String BROKEN = """
            CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.clock_id IN (SELECT id FROM deadline_clock WHERE appeal_id = '%s') THEN
                RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER break_down BEFORE INSERT ON clock_level FOR EACH ROW EXECUTE FUNCTION break_down();
            """;

    @Inject
    DueSweep sweep;

    @Inject
    Sweep work;

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
    void mend() {
        execute("DROP TRIGGER IF EXISTS slow_down ON breach; DROP FUNCTION IF EXISTS slow_down;"
                + " DROP SEQUENCE IF EXISTS slow_once;"
                + " DROP TRIGGER IF EXISTS break_down ON clock_level; DROP FUNCTION IF EXISTS break_down");
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void nothingFiresAtTheFiling() {
        // Given
        appeals.filed(NOW);
        appeals.filed("440703101", TimeClass.P0, NOW);

        // When
        SweepChunk.Result done = sweep.run();

        // Then
        assertEquals(0, done.fired());
    }

    @Test
    void howFarItIsBehindIsCountedWhenItIsAsked() {
        // Given
        appeals.filed("2026-09-18T16:30");
        AtomicReference<Instant> now = new AtomicReference<>(at(NOW));
        MeterRegistry meters = new SimpleMeterRegistry();
        DueSweep ofThatTime =
                new DueSweep(work, dueAppeals, clock(now), meters, new Period(Optional.of(Duration.ofSeconds(1))));
        ofThatTime.round();
        double atOnce = meters.get("appeal_sweep_behind_seconds").gauge().value();

        // When
        now.set(at("2026-09-18T17:28"));

        // Then
        assertEquals(0, atOnce);
        assertEquals(600, meters.get("appeal_sweep_behind_seconds").gauge().value());
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void aLateSweepRecordsTheMomentThatWasDue() {
        // Given: 30 of 60 working minutes are used up at 17:00, 48 on Sunday morning
        UUID id = appeals.filed("2026-09-18T16:30");

        // When
        SweepChunk.Result done = sweep.run();

        // Then
        assertEquals(1, done.fired());
        List<String> events = events("appeal.warned.v1");
        assertEquals(1, events.size());
        EventSchemas.assertMatches("appeal.warned.v1", events.getFirst());
        assertTrue(events.getFirst().contains("\"percent\":50"), events.getFirst());
        assertTrue(events.getFirst().contains("\"firedAt\":\"2026-09-18T09:00:00Z\""), events.getFirst());
        assertEquals(List.of(at(NOW)), firedAt(id, ClockType.CONTACT));
        assertEquals(
                at("2026-09-18T17:18"),
                appeals.read(
                        id,
                        appeal -> appeal.clock(ClockType.CONTACT)
                                .orElseThrow()
                                .nextFireAt()
                                .orElseThrow()));
    }

    @Test
    void afterAMonthOfSilenceEverythingComesInItsOrderAndOnlyOnce() {
        // Given
        UUID id = appeals.filed("2026-08-20T10:00");

        // When
        SweepChunk.Result done = sweep.run();

        // Then
        assertEquals(13, done.fired(), "three levels of three clocks, and four rungs after the due of the reply");
        assertEquals(3, number("SELECT count(*) FROM breach WHERE appeal_id = ?", id));
        List<String> order =
                texts("SELECT coalesce(data::json ->> 'firedAt', data::json ->> 'breachedAt') FROM event_log"
                        + " WHERE type IN ('appeal.warned.v1', 'appeal.breached.v1', 'appeal.escalated.v1')"
                        + " ORDER BY subject_version");
        assertEquals(order.stream().sorted().toList(), order);
        events("appeal.breached.v1").forEach(event -> EventSchemas.assertMatches("appeal.breached.v1", event));
        events("appeal.escalated.v1").forEach(event -> EventSchemas.assertMatches("appeal.escalated.v1", event));
        assertEquals(4, number("SELECT supervision_level FROM appeal WHERE id = ?", id));
        assertEquals(0, sweep.run().fired());
        assertEquals(0, number("SELECT count(*) FROM deadline_clock WHERE next_fire_at IS NOT NULL"));
    }

    @Test
    void whatFellDueOfManyAppealsFiresInItsOrderWhoeverSweeps() throws Exception {
        // Given: more appeals than one transaction takes; what is due of one lies between what is due of the others
        for (int i = 0; i < 45; i++) {
            appeals.filed("2026-09-17T%02d:%02d".formatted(9 + i % 2, 10 + i * 7 % 45));
        }

        // When
        inParallel(3, () -> sweep.run());

        // Then
        List<String> order =
                texts("SELECT coalesce(data::json ->> 'firedAt', data::json ->> 'breachedAt') FROM event_log"
                        + " WHERE type IN ('appeal.warned.v1', 'appeal.breached.v1') ORDER BY seq");
        assertTrue(order.size() >= 3 * 45, order::toString);
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(0, number("SELECT count(*) FROM deadline_clock WHERE next_fire_at <= '2026-09-18 17:00+08'"));
        assertEquals(0, sweep.run().fired());
    }

    @Test
    void whatWasLateStaysLateAfterTheAnswer() {
        // Given: the contact was due at 11:00 and made at 15:00
        UUID id = appeals.dispatched("2026-09-17T10:00", "2026-09-17T10:05");
        sweep.run();
        appeals.contact(id, "2026-09-18T15:00");

        // When
        sweep.run();

        // Then
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM breach WHERE appeal_id = ? AND type = 'CONTACT'"
                                + " AND due_at = '2026-09-17 11:00+08'",
                        id));
        assertEquals(
                "MISSED",
                texts("SELECT state FROM deadline_clock WHERE type = 'CONTACT'").getFirst());
    }

    @Test
    void nobodyTakesABreachAway() {
        appeals.filed("2026-08-20T10:00");
        sweep.run();
        for (String attempt : List.of("DELETE FROM breach", "UPDATE breach SET due_at = now()", "TRUNCATE breach")) {
            assertThrows(IllegalStateException.class, () -> execute(attempt), attempt);
        }
        assertEquals(3, number("SELECT count(*) FROM breach"));
    }

    @Test
    void anUnsignedAppealSignsItselfAtItsLimitAndThatCountsAsMissed() {
        // Given: 120 working minutes from 09:00
        UUID id = appeals.dispatched("2026-09-18T08:59", "2026-09-18T09:00");

        // When
        sweep.run();

        // Then
        assertEquals(AppealState.IN_PROGRESS, appeals.read(id, appeal -> appeal.state()));
        String signed = events("appeal.signed.v1").getFirst();
        EventSchemas.assertMatches("appeal.signed.v1", signed);
        assertTrue(signed.contains("\"automatic\":true"), signed);
        assertTrue(signed.contains("\"signedAt\":\"2026-09-18T03:00:00Z\""), signed);
        assertEquals(1, number("SELECT count(*) FROM breach WHERE appeal_id = ? AND type = 'SIGN'", id));
    }

    @Test
    void aReplyNobodyRatesIsClosedAtTheEndOfItsWindow() {
        // Given
        UUID id = appeals.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        appeals.reply(id, "2026-09-08T09:00");

        // When
        sweep.run();

        // Then
        assertEquals(AppealState.CLOSED, appeals.read(id, appeal -> appeal.state()));
        assertEquals(
                at("2026-09-15T09:00"),
                appeals.read(id, appeal -> appeal.progress().closedAt().orElseThrow()));
        assertEquals(0, number("SELECT count(*) FROM breach WHERE appeal_id = ? AND type <> 'CALLBACK'", id));
        assertEquals(1, events("appeal.closed.v1").size());
        assertEquals(0, sweep.run().fired());
    }

    @Test
    void manySweepersAtOnceFireEachLevelOnce() throws Exception {
        // Given
        for (int i = 0; i < 60; i++) {
            appeals.dispatched("2026-08-20T10:00", "2026-08-20T10:05");
        }

        // When
        List<SweepChunk.Result> done = inParallel(6, () -> sweep.run());

        // Then: 3 levels of 5 clocks, the dues of 2 of the unit, and 4 rungs after the due of the reply
        assertEquals(60 * 21, done.stream().mapToInt(SweepChunk.Result::fired).sum());
        assertEquals(60 * 21, number("SELECT count(*) FROM clock_level"));
        assertEquals(60 * 7, number("SELECT count(*) FROM breach"));
        assertEquals(
                60 * 21,
                number("SELECT count(DISTINCT (data::json ->> 'clockId') || coalesce(data::json ->> 'percent',"
                        + " data::json ->> 'level', '100')) FROM event_log"
                        + " WHERE type IN ('appeal.warned.v1', 'appeal.breached.v1', 'appeal.escalated.v1')"));
        assertEquals(
                60 * 21,
                number("SELECT count(*) FROM event_log"
                        + " WHERE type IN ('appeal.warned.v1', 'appeal.breached.v1', 'appeal.escalated.v1')"));
    }

    @Test
    void aSweeperKilledInMidTransactionLeavesNothingHalfDone() throws Exception {
        // Given: the breach is being written, and takes long
        appeals.filed("2026-08-20T10:00");
        execute(SLOW);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<SweepChunk.Result> dying = other.submit(inContext(() -> sweep.run()));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> number("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") == 1);

        // When
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        dying.get();
        other.shutdown();
        sweep.run();

        // Then
        assertEquals(3, number("SELECT count(*) FROM breach"));
        assertEquals(13, number("SELECT count(*) FROM clock_level"));
        assertEquals(
                13,
                number("SELECT count(*) FROM event_log"
                        + " WHERE type IN ('appeal.warned.v1', 'appeal.breached.v1', 'appeal.escalated.v1')"));
    }

    @Test
    void oneThatBreaksDoesNotHoldUpTheOthers() {
        // Given
        UUID broken = appeals.filed("2026-08-20T10:00");
        UUID sound = appeals.filed("2026-08-21T10:00");
        execute(BROKEN.formatted(broken));

        // When
        sweep.run();

        // Then
        assertEquals(3, number("SELECT count(*) FROM breach WHERE appeal_id = ?", sound));
        assertEquals(0, number("SELECT count(*) FROM breach WHERE appeal_id = ?", broken));
    }

    @Test
    void whoeverWorksOnAnAppealIsNotWaitedFor() throws Exception {
        // Given
        UUID held = appeals.filed("2026-08-20T10:00");
        UUID free = appeals.filed("2026-08-21T10:00");
        try (Connection somebody = Database.administer();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("SELECT 1 FROM appeal WHERE id = '" + held + "' FOR UPDATE");

            // When
            sweep.run();

            // Then
            assertEquals(3, number("SELECT count(*) FROM breach WHERE appeal_id = ?", free));
            assertEquals(0, number("SELECT count(*) FROM breach WHERE appeal_id = ?", held));
            somebody.rollback();
        }
        sweep.run();
        assertEquals(3, number("SELECT count(*) FROM breach WHERE appeal_id = ?", held));
    }

    @Test
    void aPausedClockIsNeverLookedAt() {
        // Given: paused before its due, which has passed since
        UUID id = appeals.filed("2026-09-10T09:00");
        execute("UPDATE deadline_clock SET state = 'PAUSED', due_at = NULL, next_fire_at = NULL, next_level = NULL,"
                + " segments = segments || chr(10) || 'PAUSE 2026-09-10T01:10:00Z'");

        // When
        sweep.run();

        // Then
        assertEquals(0, number("SELECT count(*) FROM clock_level"));
        assertEquals(0, number("SELECT count(*) FROM breach WHERE appeal_id = ?", id));
    }

    private List<Instant> firedAt(UUID id, ClockType type) {
        return appeals.read(
                id,
                appeal -> appeal.clock(type).orElseThrow().levels().stream()
                        .map(level -> level.firedAt())
                        .toList());
    }

    private static List<String> events(String type) {
        return texts("SELECT data FROM event_log WHERE type = ? ORDER BY seq", type);
    }

    private static Instant at(String local) {
        return StoredAppeals.at(local);
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(inContext(work)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    /** As the scheduler runs it. */
    static <T> Callable<T> inContext(Callable<T> work) {
        return () -> {
            Arc.container().requestContext().activate();
            try {
                return work.call();
            } finally {
                Arc.container().requestContext().terminate();
            }
        };
    }
}

package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.tamper;
import static org.pengjiang.kit.things.Tables.texts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.jdbc.StatementFailed;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.things.CountsThings;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.UseThings;
import org.postgresql.ds.PGSimpleDataSource;

/** Parked events are tried again without anybody asking, ever more rarely, and by each new version of the service. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ParkedEventsComeBackTest {
    private static final ParkedEventScope DISTRICT = new ParkedEventScope(false, UseThings.DISTRICT.value());

    @Inject
    CountsThings consumer;

    @Inject
    InboxConfig config;

    @Inject
    ParkedSubjects subjects;

    @Inject
    EventHandler handler;

    @Inject
    MessageReader reader;

    @Inject
    ReplayParkedEvents replay;

    @Inject
    ParkedEventReplays replays;

    @Inject
    ParkedEvents parked;

    @Inject
    PeriodicJobs jobs;

    @Inject
    ParkedEventMetrics metrics;

    @Inject
    RunningVersion version;

    @Inject
    MeterRegistry meters;

    private final UUID subject = Ids.next();

    @BeforeEach
    void nothingIsParked() {
        jobs.pause("parked-event-replays");
        tamper("DELETE FROM parked_event_replay");
        tamper("DELETE FROM parked_event");
        tamper("DELETE FROM parked_subject");
    }

    @AfterEach
    void mend() {
        jobs.resume("parked-event-replays");
        consumer.mend();
    }

    @Test
    void aParkedSubjectComesBackByItselfWhenItsTimeHasComeAndTheCauseIsMended() {
        // Given
        RetryParkedEvents retries = retries(version.text());
        park(subject, Reason.HANDLER_FAILED);
        consumer.breakOn(1);

        // When
        retries.round();
        long triedTooEarly = tries(subject);
        due(subject);
        retries.round();
        long triedInVain = tries(subject);
        consumer.mend();
        retries.round();
        long parkedUntilItsTime = parkedEvents(subject);
        due(subject);
        retries.round();

        // Then
        assertEquals(0, triedTooEarly);
        assertEquals(1, triedInVain);
        assertEquals(2, parkedUntilItsTime);
        assertEquals(0, parkedEvents(subject));
        assertEquals(List.of("1 2 "), texts("SELECT trace FROM thing_seen WHERE subject = ?", subject));
        assertEquals(0, number("SELECT count(*) FROM parked_subject WHERE subject = ?", subject));
    }

    @Test
    void aFigureThatCannotBeReadKeepsNothingParked() {
        // Given
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        ParkedEventMetrics blind = new ParkedEventMetrics(away, List.of(consumer), new SimpleMeterRegistry());
        RetryParkedEvents retries =
                new RetryParkedEvents(config, subjects, replay, blind, List.of(consumer), version.text());
        park(subject, Reason.HANDLER_FAILED);
        due(subject);

        // When
        assertThrows(StatementFailed.class, retries::round);

        // Then
        assertEquals(0, parkedEvents(subject));
    }

    @Test
    void eachFailureDoublesThePauseUpToALimit() {
        // Given
        RetryParkedEvents retries = retries(version.text());
        park(subject, Reason.HANDLER_FAILED);
        consumer.breakOn(1);
        List<Long> minutes = new ArrayList<>();

        // When
        for (int i = 0; i < 8; i++) {
            due(subject);
            retries.round();
            minutes.add(number(
                    "SELECT round(extract(epoch FROM next_try_at - clock_timestamp()) / 60) FROM parked_subject WHERE subject = ?",
                    subject));
        }

        // Then
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), minutes);
    }

    @Test
    void eachNewVersionOfTheServiceTriesOnceAtOnceAndWhatCannotBeReadWaitsForOne() {
        // Given
        UUID unreadable = Ids.next();
        park(subject, Reason.HANDLER_FAILED);
        handler.park(consumer, unreadable(unreadable), Reason.MALFORMED, "no JSON", 1);
        consumer.breakOn(1);
        RetryParkedEvents running = retries(version.text());
        RetryParkedEvents next = retries("the next version");

        // When
        running.round();
        List<Long> before = List.of(tries(subject), tries(unreadable));
        next.round();
        next.round();
        running.round();
        List<Long> after = List.of(tries(subject), tries(unreadable));

        // Then
        assertEquals(List.of(0L, 0L), before);
        assertEquals(List.of(1L, 1L), after);
        assertEquals(
                List.of("infinity"),
                texts("SELECT next_try_at::text FROM parked_subject WHERE subject = ?", unreadable));
        assertEquals(1, parkedEvents(unreadable));
    }

    @Test
    void whatAnOlderVersionHasParkedIsTakenUp() {
        // Given
        park(subject, Reason.HANDLER_FAILED);
        tamper("DELETE FROM parked_subject");

        // When
        retries(version.text()).round();

        // Then
        assertEquals(0, parkedEvents(subject));
    }

    @Test
    void twoReplicasNeverTryTheSameSubject() throws Exception {
        // Given
        consumer.breakOn(1);
        for (int i = 0; i < 40; i++) {
            UUID one = Ids.next();
            park(one, Reason.HANDLER_FAILED);
            due(one);
        }

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<?>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                rounds.add(replicas.submit(() -> retries(version.text()).round()));
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        }

        // Then
        assertEquals(40, number("SELECT count(*) FROM parked_subject WHERE tries = 1"));
    }

    @Test
    void aLockInTheWayIsNoTryAndThePauseStaysTheShortest() {
        // Given
        RetryParkedEvents next = retries("the next version");
        park(subject, Reason.HANDLER_FAILED);
        tamper("UPDATE parked_subject SET tries = 7, next_try_at = 'infinity'");
        consumer.breakOn(1, () -> {
            throw new IllegalStateException(new SQLException("canceling statement due to lock timeout", "55P03"));
        });

        // When
        next.round();

        // Then
        assertEquals(7, tries(subject));
        assertTrue(
                number("SELECT extract(epoch FROM next_try_at - clock_timestamp())::bigint FROM parked_subject") <= 60);
        assertEquals(2, parkedEvents(subject));
    }

    @Test
    void aReplicaThatWorksForLongOnASubjectKeepsItsJob() {
        // Given
        park(subject, Reason.HANDLER_FAILED);
        UUID job = replays.start(DISTRICT, "admin", new ParkedEventReplayRequest(null, null, subject));
        AtomicLong secondsLeft = new AtomicLong();
        consumer.breakOn(1, () -> {
            tamper("UPDATE parked_event_replay SET worked_until = clock_timestamp() + interval '1 second'");
            consumer.breakOn(
                    2,
                    () -> secondsLeft.set(number(
                            "SELECT extract(epoch FROM worked_until - clock_timestamp())::bigint"
                                    + " FROM parked_event_replay WHERE id = ?",
                            job)));
        });

        // When
        replica().round();

        // Then
        assertTrue(secondsLeft.get() > 20, secondsLeft + " s");
        assertEquals("1 2 true", progress(job));
    }

    @Test
    void aReplicaThatWasTakenForDeadEndsAndWhatItAppliedCounts() {
        // Given
        park(subject, Reason.HANDLER_FAILED);
        UUID job = replays.start(DISTRICT, "admin", new ParkedEventReplayRequest(null, null, subject));
        consumer.breakOn(1, () -> {
            tamper("UPDATE parked_event_replay SET worked_until = '-infinity'");
            // not in the transaction of the event
            assertTrue(CompletableFuture.supplyAsync(replays::claim).join().isPresent());
        });

        // When
        replica().round();
        String first = progress(job);
        List<String> applied = texts("SELECT trace FROM thing_seen WHERE subject = ?", subject);
        tamper("UPDATE parked_event_replay SET worked_until = '-infinity'");
        replica().round();

        // Then
        assertEquals("0 1 false", first);
        assertEquals(List.of("1 "), applied);
        assertEquals("1 2 true", progress(job));
    }

    private RunParkedEventReplays replica() {
        return new RunParkedEventReplays(config, replays, replay, parked, List.of(consumer));
    }

    /** Subjects tried, events applied, whether it is finished. */
    private static String progress(UUID job) {
        return texts(
                        "SELECT subjects_tried || ' ' || applied || ' ' || (finished_at IS NOT NULL)"
                                + " FROM parked_event_replay WHERE id = ?",
                        job)
                .getFirst();
    }

    @Test
    void theAgeOfTheOldestIsMeasuredByConsumerAndReasonAndEndsWithIt() {
        // Given
        park(subject, Reason.HANDLER_FAILED);
        tamper("UPDATE parked_event SET parked_at = parked_at - interval '1 hour'");

        // When
        metrics.measure();
        double age = oldest("handler_failed");
        replay.rest(consumer, subject);
        metrics.measure();

        // Then
        assertTrue(age >= 3_600 && age < 3_700, age + " s");
        assertEquals(0, oldest("none"));
    }

    private double oldest(String reason) {
        return meters.get("suite.inbox.parked.oldest.seconds")
                .tags("consumer", "kit.counts", "reason", reason)
                .gauge()
                .value();
    }

    private RetryParkedEvents retries(String of) {
        return new RetryParkedEvents(config, subjects, replay, metrics, List.of(consumer), of);
    }

    /** Two events, the second behind the first. */
    private void park(UUID whose, Reason reason) {
        handler.park(consumer, event(whose, 1), reason, "broken", 3);
        handler.park(consumer, event(whose, 2), Reason.PREDECESSOR_PARKED, null, 0);
    }

    private Message event(UUID whose, long sequence) {
        return ScriptedConsumer.message(reader, whose, sequence);
    }

    private Message unreadable(UUID whose) {
        return reader.read("kit.events", 0, 1, whose.toString(), Map.of(), new byte[] {'{'});
    }

    private static void due(UUID whose) {
        tamper("UPDATE parked_subject SET next_try_at = clock_timestamp() WHERE subject = '" + whose + "'");
    }

    private static long tries(UUID whose) {
        return number("SELECT tries FROM parked_subject WHERE subject = ?", whose);
    }

    private static long parkedEvents(UUID whose) {
        return number("SELECT count(*) FROM parked_event WHERE subject = ?", whose);
    }
}

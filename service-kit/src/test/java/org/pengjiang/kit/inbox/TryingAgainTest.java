package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.inbox.ScriptedConsumer.Patience;
import org.pengjiang.kit.jdbc.StatementFailed;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;

/** What the same event may survive later is tried for long, and only its subject waits. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class TryingAgainTest {
    private static final InboxConfig PATIENT = new Patience(Duration.ofMinutes(5));
    private static final String ADD = """
            INSERT INTO thing_seen (subject, total, trace) VALUES (?, ?, ?)
            ON CONFLICT (subject) DO UPDATE SET total = thing_seen.total + excluded.total,
                                                trace = thing_seen.trace || excluded.trace
            """;

    @Inject
    DataSource database;

    @Inject
    MessageReader reader;

    @Inject
    EventHandler handler;

    @Inject
    InboxMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    EventTracing tracing;

    @ConfigProperty(name = "suite.kafka.bootstrap-servers")
    String kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final UUID subject = Ids.next();
    private final UUID other = Ids.next();

    @Test
    void aLockThatIsHeldForLongParksNothingAndOnlyItsSubjectWaits() throws Exception {
        // Given
        AtomicInteger tries = new AtomicInteger();
        seen(subject);
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
                    if (event.subject().equals(subject)) {
                        tries.incrementAndGet();
                    }
                    add(event);
                });
                ScriptedConsumer.Running running = run(consumer, PATIENT)) {
            try (Connection holder = Tables.superuser()) {
                holder.setAutoCommit(false);
                lock(holder, subject);

                // When
                consumer.send(subject, 1, 1);
                consumer.send(subject, 2, 2);
                consumer.send(other, 1, 5);
                consumer.send(other, 2, 6);

                // Then
                await(() -> "5 6 ".equals(trace(other)));
                await(() -> tries.get() > 10);
                assertEquals(List.of(), parked(consumer));
                holder.rollback();
            }
            await(() -> "1 2 ".equals(trace(subject)));
            assertEquals(List.of(), parked(consumer));
        }
    }

    @Test
    void triesThatLastLongerThanATurnLeaveTheOthersOfTheirPartitionTheirPart() throws Exception {
        // Given
        List<UUID> locked = List.of(Ids.next(), Ids.next(), Ids.next());
        AtomicBoolean isInTheWay = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
                    if (locked.contains(event.subject()) && isInTheWay.get()) {
                        tries.incrementAndGet();
                        // as long as a lock is waited for
                        Thread.sleep(60);
                        throw new SQLException("canceling statement due to lock timeout", "55P03");
                    }
                    add(event);
                });
                ScriptedConsumer.Running running = run(consumer, PATIENT)) {
            for (UUID one : locked) {
                consumer.send(one, 1, 1);
            }
            await(() -> tries.get() > 6);

            // When
            for (int sequence = 1; sequence <= 5; sequence++) {
                consumer.send(other, sequence, sequence);
            }

            // Then
            await(() -> "1 2 3 4 5 ".equals(trace(other)));
            assertEquals(List.of(), parked(consumer));
            isInTheWay.set(false);
            await(() -> applied(consumer) == 8);
        }
    }

    @Test
    void aSubjectWithManyEventsThatIsFreedLeavesTimeToPoll() throws Exception {
        // Given
        int events = 20;
        AtomicBoolean isInTheWay = new AtomicBoolean(true);
        AtomicReference<String> otherBeforeTheLast = new AtomicReference<>();
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, this::add);
                ScriptedConsumer.Running running = run(consumer, PATIENT)) {
            consumer.does(event -> {
                if (event.subject().equals(subject)) {
                    tries.incrementAndGet();
                    if (isInTheWay.get()) {
                        throw new SQLException("could not serialize access", "40001");
                    }
                    if (event.sequence() == 1) {
                        consumer.send(other, 1, 5);
                    }
                    if (event.sequence() == events) {
                        otherBeforeTheLast.compareAndSet(null, trace(other));
                    }
                    Thread.sleep(25);
                }
                add(event);
            });
            for (int sequence = 1; sequence <= events; sequence++) {
                consumer.send(subject, sequence, sequence);
            }
            await(() -> tries.get() > 3);

            // When
            isInTheWay.set(false);

            // Then
            await(() -> applied(consumer) == events + 1);
            assertEquals(List.of(), parked(consumer));
            assertEquals("5 ", otherBeforeTheLast.get());
        }
    }

    @Test
    void theLagOfAPartitionThatWaitsCountsWhatComesMeanwhile() throws Exception {
        // Given
        AtomicBoolean isAway = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
                    if (isAway.get()) {
                        tries.incrementAndGet();
                        throw new SQLException("the database is away", "08006");
                    }
                    add(event);
                });
                ScriptedConsumer.Running running = run(consumer, PATIENT)) {
            consumer.send(subject, 1, 1);
            await(() -> tries.get() > 3);

            // When
            for (int sequence = 2; sequence <= 30; sequence++) {
                consumer.send(subject, sequence, sequence);
            }

            // Then
            await(() -> lag(consumer) == 30);
            isAway.set(false);
            await(() -> lag(consumer) == 0);
        }
    }

    @Test
    void aLockThatIsNeverGivenUpEndsParkedWhenTheTimeIsOver() throws Exception {
        // Given
        seen(subject);
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, this::add);
                ScriptedConsumer.Running running = run(consumer, new Patience(Duration.ofMillis(600)));
                Connection holder = Tables.superuser()) {
            holder.setAutoCommit(false);
            lock(holder, subject);

            // When
            consumer.send(subject, 1, 1);
            consumer.send(subject, 2, 2);

            // Then
            await(() -> parked(consumer).equals(List.of("HANDLER_FAILED", "PREDECESSOR_PARKED")));
            assertTrue(number("SELECT tries FROM parked_event WHERE subject = ? ORDER BY sequence", subject) > 3);
        }
    }

    @Test
    void oneDeadlockAfterTheOtherParksNothing() throws Exception {
        // Given
        int rounds = 4;
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger left = new AtomicInteger(rounds);
        AtomicInteger tries = new AtomicInteger();
        seen(subject);
        seen(other);
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
                    tries.incrementAndGet();
                    try (Connection connection = database.getConnection()) {
                        lock(connection, subject);
                        if (left.get() > 0) {
                            meet(bothHoldOne);
                        }
                        lock(connection, other);
                    }
                });
                ScriptedConsumer.Running running = run(consumer, PATIENT);
                Connection rival = Tables.superuser()) {
            rival.setAutoCommit(false);
            consumer.send(subject, 1, 1);

            // When
            for (int i = 0; i < rounds; i++) {
                execute(rival, "SET LOCAL deadlock_timeout = '1min'");
                lock(rival, other);
                meet(bothHoldOne);
                left.decrementAndGet();
                lock(rival, subject);
                rival.rollback();
            }

            // Then
            await(() -> applied(consumer) == 1);
            assertEquals(rounds + 1, tries.get());
            assertEquals(List.of(), parked(consumer));
        }
    }

    @Test
    void anErrorOfTheHandlerIsAFailedTryAndEndsParkedWhileOthersGoOn() throws Exception {
        // Given
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
                    add(event);
                    if (event.subject().equals(subject)) {
                        tries.incrementAndGet();
                        throw new StackOverflowError("broken on purpose");
                    }
                });
                ScriptedConsumer.Running running = run(consumer, PATIENT)) {
            // When
            consumer.send(subject, 1, 1);
            consumer.send(subject, 2, 2);
            consumer.send(other, 1, 5);

            // Then
            await(() -> "5 ".equals(trace(other)));
            await(() -> parked(consumer).equals(List.of("HANDLER_FAILED", "PREDECESSOR_PARKED")));
            assertEquals(3, tries.get());
            assertEquals(0, number("SELECT count(*) FROM thing_seen WHERE subject = ?", subject));
            consumer.send(other, 2, 6);
            await(() -> "5 6 ".equals(trace(other)));
        }
    }

    @Test
    void aRestartWhileASubjectWaitsLosesNothingAndAppliesNothingTwice() throws Exception {
        // Given
        AtomicBoolean isInTheWay = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> {
            if (event.subject().equals(subject) && isInTheWay.get()) {
                tries.incrementAndGet();
                throw new SQLException("could not serialize access", "40001");
            }
            add(event);
        })) {
            try (ScriptedConsumer.Running running = run(consumer, PATIENT)) {
                consumer.send(subject, 1, 1);
                consumer.send(other, 1, 5);
                consumer.send(subject, 2, 2);
                consumer.send(other, 2, 6);
                await(() -> "5 6 ".equals(trace(other)));
                await(() -> tries.get() > 3);
            }

            // When
            isInTheWay.set(false);
            try (ScriptedConsumer.Running running = run(consumer, PATIENT)) {
                // Then
                await(() -> "1 2 ".equals(trace(subject)));
                consumer.send(other, 3, 7);
                await(() -> "5 6 7 ".equals(trace(other)));
            }
            assertEquals(List.of(), parked(consumer));
        }
    }

    @Test
    void aPoolWithoutAConnectionInTimeIsTroubleOfTheServerAndNoTry() throws SQLException {
        // Given
        AgroalDataSourceConfigurationSupplier one = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        // the first connection has to be made in this time
                        .acquisitionTimeout(Duration.ofSeconds(2))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password))));
        try (AgroalDataSource pool = AgroalDataSource.from(one);
                Connection taken = pool.getConnection()) {
            // When
            SQLException failure = assertThrows(SQLException.class, pool::getConnection);

            // Then
            assertEquals(
                    Failure.SERVER, Failure.of(new IllegalStateException(new StatementFailed("SELECT 1", failure))));
            assertTrue(taken.isValid(1));
        }
    }

    @Test
    void everyStateOfTheDatabaseHasItsKind() {
        // Given
        List<String> server = List.of("08000", "08006", "25006", "53100", "53300", "57P01", "57P03");
        List<String> temporary = List.of("40001", "40002", "40003", "40P01", "55P03", "57014", "25P03", "25P04");
        List<String> lasting = List.of("22021", "22P02", "23502", "23505", "42601", "42P01", "55000", "P0001", "XX000");

        // When
        // Then
        server.forEach(state -> assertEquals(Failure.SERVER, failure(state), state));
        temporary.forEach(state -> assertEquals(Failure.TEMPORARY, failure(state), state));
        lasting.forEach(state -> assertEquals(Failure.LASTING, failure(state), state));
        assertEquals(Failure.LASTING, Failure.of(new IllegalStateException("broken")));
        IllegalStateException round = new IllegalStateException("its own cause's cause");
        round.initCause(new IllegalArgumentException(round));
        assertEquals(Failure.LASTING, Failure.of(round));
    }

    private static Failure failure(String state) {
        RuntimeException rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new IllegalStateException(new SQLException("text", state)));
        return Failure.of(rolledBack);
    }

    private ScriptedConsumer.Running run(ScriptedConsumer consumer, InboxConfig config) {
        return consumer.run(config, reader, handler, metrics, tracing);
    }

    private void add(ReceivedEvent event) throws SQLException {
        long by = event.data().path("by").asLong();
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            execute(connection, "SET LOCAL lock_timeout = '20ms'");
            add.setObject(1, event.subject());
            add.setLong(2, by);
            add.setString(3, by + " ");
            add.executeUpdate();
        }
    }

    private static void seen(UUID which) throws SQLException {
        try (Connection connection = Tables.superuser()) {
            execute(connection, "INSERT INTO thing_seen (subject, total, trace) VALUES ('" + which + "', 0, '')");
        }
    }

    private static void lock(Connection connection, UUID which) throws SQLException {
        execute(connection, "SELECT 1 FROM thing_seen WHERE subject = '" + which + "' FOR UPDATE");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trace(UUID which) {
        List<String> traces = texts("SELECT trace FROM thing_seen WHERE subject = ?", which);
        return traces.isEmpty() ? "" : traces.getFirst();
    }

    private double lag(ScriptedConsumer consumer) {
        return meters.get("suite.inbox.lag")
                .tag("consumer", consumer.name())
                .gauge()
                .value();
    }

    private static long applied(ScriptedConsumer consumer) {
        return number("SELECT count(*) FROM inbox WHERE consumer = ?", consumer.name());
    }

    private static List<String> parked(ScriptedConsumer consumer) {
        return texts("SELECT reason FROM parked_event WHERE consumer = ? ORDER BY subject, sequence", consumer.name());
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}

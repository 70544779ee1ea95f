package org.pengjiang.kit.log.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class WatchingTheLogTest {
    @Inject
    UseThings use;

    @Inject
    LogStateReader reader;

    @Inject
    LogStateConfig config;

    @Inject
    DataSource database;

    @AfterEach
    void originAsItWas() {
        origin("0");
    }

    @Test
    void aForgottenTransactionHoldsRowsBackAndIsNamed() throws SQLException {
        try (Connection forgotten = Tables.superuser();
                Statement statement = forgotten.createStatement()) {
            // Given
            forgotten.setAutoCommit(false);
            statement.execute("SET application_name = 'forgetful'");
            statement.execute("SELECT pg_current_xact_id()");

            // When
            UUID thing = use.make(UseThings.DISTRICT, "lamp");

            // Then
            LogState state = reader.look();
            assertTrue(state.behindHorizon() >= 1, state.toString());
            assertTrue(state.holder().contains("forgetful"), state.toString());

            // and when it ends, the relay goes on
            forgotten.rollback();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            reader.look().behindHorizon() == 0 && reader.look().unsent() == 0);
            assertEquals(1, Tables.number("SELECT count(*) FROM event_log WHERE subject = ?", thing));
        }
    }

    @Test
    void aRestoredDatabaseIsNoticedUntilItsOriginIsRaised() throws SQLException {
        // Given
        use.make(UseThings.DISTRICT, "lamp");
        assertFalse(reader.look().ahead());

        // When a dump is restored, transaction ids begin anew
        origin("-1000000");

        // Then no service starts, so that no job or consumer writes
        assertTrue(reader.look().ahead());
        LogWatch starting = new LogWatch(reader, config, new SimpleMeterRegistry());
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> starting.start(new StartupEvent()));
        assertTrue(refused.getMessage().contains("raise log_origin()"), refused.getMessage());

        // and the step of the handbook mends it
        origin(Tables.texts("SELECT max(pos) + 1 FROM event_log").getFirst());
        assertFalse(reader.look().ahead());
    }

    @Test
    void whileTheDatabaseIsAwayEveryFigureIsUnknown() throws SQLException {
        // Given
        AtomicBoolean isAway = new AtomicBoolean();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LogWatch watch = new LogWatch(new LogStateReader(database(isAway)), config, meters);
        watch.start(new StartupEvent());
        assertTrue(meters.get("suite.relay.unsent.seconds").gauge().value() >= 0);

        // When
        isAway.set(true);
        assertThrows(SQLException.class, watch::round);

        // Then
        for (Meter figure : meters.getMeters()) {
            assertTrue(
                    Double.isNaN(((Gauge) figure).value()), () -> figure.getId().getName());
        }
        assertEquals(
                HealthCheckResponse.Status.DOWN,
                new RelayHealth(watch, config).call().getStatus());
        assertEquals(
                HealthCheckResponse.Status.UP,
                new RestoreReadiness(watch).call().getStatus());

        // and when it is back, they are there again
        isAway.set(false);
        watch.round();
        assertTrue(meters.get("suite.relay.unsent.seconds").gauge().value() >= 0);
    }

    private DataSource database(AtomicBoolean isAway) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (isAway.get()) {
                        throw new SQLException("the database is away", "08001");
                    }
                    return method.invoke(database, arguments);
                });
    }

    private static void origin(String value) {
        Tables.tamper("CREATE OR REPLACE FUNCTION log_origin() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ("
                + value + ")::bigint'");
    }
}

package org.pengjiang.kit.log.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
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

        // Then
        assertTrue(reader.look().ahead());

        // and the step of the handbook mends it
        origin(Tables.texts("SELECT max(pos) + 1 FROM event_log").getFirst());
        assertFalse(reader.look().ahead());
    }

    private static void origin(String value) {
        Tables.tamper("CREATE OR REPLACE FUNCTION log_origin() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ("
                + value + ")::bigint'");
    }
}

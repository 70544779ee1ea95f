package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.KitStack;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class RelayUsesThePoolsSettingsTest {
    @Inject
    AgroalDataSource pool;

    @Test
    void whatAnOperatorDemandsOfThePoolsConnectionsHoldsForTheRelaysToo() throws SQLException {
        // When: lock_timeout comes with the pool's additional JDBC properties
        String ofThePool;
        try (Connection connection = pool.getConnection()) {
            ofThePool = setting(connection, "lock_timeout");
        }
        String ofTheRelay;
        try (Connection connection = RelayDatabase.of(pool).connect(Map.of("ApplicationName", "relay test"))) {
            ofTheRelay = setting(connection, "lock_timeout");
            assertEquals("relay test", setting(connection, "application_name"), "its own name stays");
        }

        // Then
        assertEquals("5s", ofThePool);
        assertEquals(ofThePool, ofTheRelay);
    }

    @Test
    void noPasswordStandsInItsDescription() {
        // When
        RelayDatabase database = RelayDatabase.of(pool);

        // Then
        assertFalse(database.toString().contains(database.properties().getProperty("password")));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}

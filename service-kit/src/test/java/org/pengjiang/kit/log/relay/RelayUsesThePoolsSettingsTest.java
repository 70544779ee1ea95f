package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
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
        // Given: a setting that neither the role nor the relay has
        AgroalConnectionFactoryConfiguration usual =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        AgroalDataSourceConfigurationSupplier demanding = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(usual.jdbcUrl())
                                .principal(usual.principal())
                                .credential(usual.credentials().iterator().next())
                                .jdbcProperty("options", "-c geqo_threshold=7")));

        try (AgroalDataSource operators = AgroalDataSource.from(demanding);
                // When
                Connection connection = RelayDatabase.of(operators).connect(Map.of("ApplicationName", "relay test"))) {
            // Then
            assertEquals("7", setting(connection, "geqo_threshold"));
            assertEquals("relay test", setting(connection, "application_name"), "its own name stays");
        }
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

package org.pengjiang.kit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.KitStack;
import org.postgresql.jdbc.PgConnection;

/** What an operator demands of the pool's connections holds for the relay's and for those of the migrations too. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ConnectionsUseThePoolsSettingsTest {
    @Inject
    AgroalDataSource pool;

    @Inject
    Flyway migrations;

    @Test
    void theRelayHasThem() throws SQLException {
        // Given: a setting that neither the role nor the relay has
        try (AgroalDataSource operators = operators("options", "-c geqo_threshold=7");
                // When
                Connection connection = JdbcSettings.of(operators).connect(Map.of("ApplicationName", "relay test"))) {
            // Then
            assertEquals("7", setting(connection, "geqo_threshold"));
            assertEquals("relay test", setting(connection, "application_name"), "its own name stays");
        }
    }

    @Test
    void theMigrationsHaveThemAndNoLimitOfTime() throws SQLException {
        // When
        try (Connection connection =
                migrations.getConfiguration().getDataSource().getConnection()) {
            // Then
            assertFalse(connection.unwrap(PgConnection.class).getLogServerErrorDetail());
            assertEquals("kit_owner", connection.getMetaData().getUserName());
            assertEquals(0, connection.getNetworkTimeout());
            assertNotEquals("15s", setting(connection, "statement_timeout"), "that of the pool");
        }
    }

    @Test
    void noMigrationRunsInTheClearWhereThePoolDemandsTls() {
        // Given: a server without TLS
        Configuration configured = migrations.getConfiguration();
        FluentConfiguration own =
                Flyway.configure().dataSource(configured.getUrl(), configured.getUser(), configured.getPassword());
        try (AgroalDataSource operators = operators("sslmode", "require")) {
            // When
            new MigrationSettings(operators).customize(own);

            // Then
            Exception refused =
                    assertThrows(Exception.class, () -> own.getDataSource().getConnection());
            assertTrue(trace(refused).contains("does not support SSL"), () -> trace(refused));
        }
    }

    @Test
    void noPasswordStandsInTheirDescription() {
        // When
        JdbcSettings settings = JdbcSettings.of(pool);

        // Then
        assertFalse(settings.toString().contains(settings.properties().getProperty("password")));
    }

    /** A pool like the service's with one setting of its own. */
    private AgroalDataSource operators(String name, String value) {
        AgroalConnectionFactoryConfiguration usual =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(connections -> connections
                            .maxSize(1)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(usual.jdbcUrl())
                                    .principal(usual.principal())
                                    .credential(usual.credentials().iterator().next())
                                    .jdbcProperty(name, value))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trace(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}

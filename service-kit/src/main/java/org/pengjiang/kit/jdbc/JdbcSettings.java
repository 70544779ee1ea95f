package org.pengjiang.kit.jdbc;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where the service's pool connects, and how. Whoever opens a connection of its own beside the pool takes these settings, so that
 * TLS demanded of one is demanded of all.
 */
public record JdbcSettings(String jdbcUrl, Properties properties) {
    public JdbcSettings {
        Objects.requireNonNull(properties);
    }

    public static JdbcSettings of(AgroalDataSource pool) {
        AgroalConnectionFactoryConfiguration factory =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        if (factory.principal() instanceof NamePrincipal user) {
            properties.putAll(user.asProperties());
        }
        for (Object credential : factory.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.putAll(password.asProperties());
            }
        }
        return new JdbcSettings(factory.jdbcUrl(), properties);
    }

    /** A connection with these settings on top of the pool's. */
    public Connection connect(Map<String, String> own) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        all.putAll(own);
        Connection connection = new Driver().connect(jdbcUrl, all);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + jdbcUrl);
        }
        return connection;
    }

    /** Names only: among the values is a password. */
    @Override
    public String toString() {
        return jdbcUrl + " " + properties.stringPropertyNames();
    }
}

package org.pengjiang.kit.log;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/** A migrated database of the kit, without a service around it. */
public record LogDatabase(ServiceDatabase database) {

    public static LogDatabase migrated(PostgresServer server) throws SQLException {
        return migrated(server, "latest");
    }

    /** Up to that migration, as the release that brought it left the database. */
    public static LogDatabase migrated(PostgresServer server, String target) throws SQLException {
        ServiceDatabase database = server.database("kit");
        Flyway.configure(LogDatabase.class.getClassLoader())
                .dataSource(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password())
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .target(target)
                .placeholders(Map.of("app", database.app().user()))
                .load()
                .migrate();
        return new LogDatabase(database);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.app().user(), database.app().password());
    }

    public AgroalDataSource pool() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.app().user()))
                                .credential(new SimplePassword(database.app().password())))));
    }

    public UUID newThing() throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO thing (id, version, log_version, published_version, division, name, counted)
                    VALUES ('%s', 0, 0, 0, '440703', 'thing', 0)""".formatted(id));
        }
        return id;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

package org.pengjiang.kit.jdbc;

import io.agroal.api.AgroalDataSource;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Lets the migrations connect with the settings of the pool. They log in as the owner, and the framework then opens their
 * connections from address, user and password alone.
 */
@ApplicationScoped
class MigrationSettings implements FlywayConfigurationCustomizer {
    /** Who logs in is given beside them; the other two bound the time of a statement, and a migration takes as long as it takes. */
    private static final Set<String> NOT_OF_MIGRATIONS =
            Set.of("user", "password", "ApplicationName", "options", "socketTimeout");

    private final AgroalDataSource pool;

    MigrationSettings(AgroalDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        if (migrations.getUrl() == null) {
            // without an owner of their own they take connections of the pool
            return;
        }
        Map<String, String> settings = new HashMap<>();
        JdbcSettings shared = JdbcSettings.of(pool);
        for (String name : shared.properties().stringPropertyNames()) {
            if (!NOT_OF_MIGRATIONS.contains(name)) {
                settings.put(name, shared.properties().getProperty(name));
            }
        }
        migrations.jdbcProperties(settings);
        // the connections are made of what was set when the address was
        migrations.dataSource(migrations.getUrl(), migrations.getUser(), migrations.getPassword());
    }
}

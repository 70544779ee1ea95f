package org.pengjiang.team;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.TeamStack;

/** What districts had decided before the kit kept the settings holds on, and the release before goes on beside this one. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class UpgradingSettingsTest {
    private static final String SETTING = """
            INSERT INTO setting (id, version, log_version, published_version, last_hash, division, province, city, district,
                name, latest_number)
            VALUES ('00000000-0000-0000-0000-00000000000%d', 1, 2, 0, '\\x01', '440703', '44', '4407', '440703', '%s', %d)""";
    private static final String VERSION = """
            INSERT INTO setting_version (setting_id, name, number, effective_from, value, assumption, source)
            VALUES ('00000000-0000-0000-0000-00000000000%d', '%s', %d, '%s', '%s', false, 'decided')""";
    private static final String KEPT = """
            SELECT s.name || ' ' || s.latest_number || ' ' || s.log_version || ' ' || v.number || ' ' || v.effective_from
                   || ' ' || v.value
              FROM division_setting s JOIN division_setting_version v ON v.setting_id = s.id ORDER BY s.name, v.number""";

    @Test
    void whatADistrictHasDecidedMovesAndTheReleaseBeforeStillReadsAndChangesIt() throws SQLException {
        // Given
        try (Connection administrator = Database.administer()) {
            run(administrator, "DROP DATABASE IF EXISTS upgrade");
            run(administrator, "CREATE DATABASE upgrade");
            String url = administrator.getMetaData().getURL().replaceFirst("/[^/?]+(\\?|$)", "/upgrade$1");
            migrate(url, "6");
            try (Connection old = administer(url)) {
                run(old, SETTING.formatted(1, "lights", 3));
                run(old, VERSION.formatted(1, "lights", 2, "2026-03-01", "{\"mode\":\"POINTS\"}"));
                run(old, VERSION.formatted(1, "lights", 3, "2027-01-01", "{\"mode\":\"RATIO\"}"));
            }

            // When
            migrate(url, "latest");

            // Then
            try (Connection upgraded = administer(url)) {
                List<String> kept = List.of(
                        "lights 3 2 2 2026-03-01 {\"mode\":\"POINTS\"}",
                        "lights 3 2 3 2027-01-01 {\"mode\":\"RATIO\"}");
                assertEquals(kept, column(upgraded, KEPT));

                // and the release before, with its own rights
                run(upgraded, "SET ROLE " + app());
                assertEquals(
                        List.of("7 of them shipped"),
                        column(
                                upgraded,
                                "SELECT count(*) || ' of them shipped' FROM setting_version v"
                                        + " LEFT JOIN setting s ON s.id = v.setting_id WHERE v.setting_id IS NULL"));
                column(upgraded, "SELECT id FROM setting WHERE name = 'lights' FOR NO KEY UPDATE");
                run(upgraded, "UPDATE setting SET latest_number = 4, version = 2 WHERE name = 'lights'");
                run(upgraded, VERSION.formatted(1, "lights", 4, "2027-02-01", "{}"));
                run(upgraded, SETTING.formatted(2, "cut-off", 2));
                run(upgraded, VERSION.formatted(2, "cut-off", 2, "2027-02-01", "{\"lastDayOfNextMonth\":3}"));
                assertEquals(
                        List.of(
                                "cut-off 2 2 2 2027-02-01 {\"lastDayOfNextMonth\":3}",
                                "lights 4 2 2 2026-03-01 {\"mode\":\"POINTS\"}",
                                "lights 4 2 3 2027-01-01 {\"mode\":\"RATIO\"}",
                                "lights 4 2 4 2027-02-01 {}"),
                        column(upgraded, KEPT));
            }
            run(administrator, "DROP DATABASE upgrade");
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, System.getProperty("suite.test.database.user"), password())
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("app", app()))
                .target(target)
                .load()
                .migrate();
    }

    private static String app() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    }

    private static String password() {
        return System.getProperty("suite.test.database.password");
    }

    private static Connection administer(String url) throws SQLException {
        return DriverManager.getConnection(url, System.getProperty("suite.test.database.user"), password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}

package org.pengjiang.project.migration;

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
import org.pengjiang.project.testsupport.ProjectStack;

/** What stood in the tables of an earlier version stands in those of this one. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class UpgradingWithDataTest {
    private static final String BEFORE = """
            INSERT INTO project (id, version, log_version, published_version, division, province, city, district, town, no,
                name, search_text, kind, separate_filing_code, confidentiality, manufacturing, stage, condition,
                stage_entered_on, requests, transitions, share_sets, registered_by, registered_at, historical)
            SELECT lpad(i::text, 32, '0')::uuid, 3, 1, 1, coalesce(town, '440703'), '44', '4407', '440703', town, 'N-' || i,
                'n', 'n', 'NEW', false, 'INTERNAL', true, 'NEGOTIATING', 'ACTIVE', '2026-01-01', 0, 0, 0, 'x', now(), false
            FROM (VALUES (1, '440703101'), (2, NULL)) AS places (i, town);
            INSERT INTO special_class (id, project_id, leader, head, opened_on, closed_on)
            SELECT gen_random_uuid(), lpad(i::text, 32, '0')::uuid, 'leader', 'head', '2026-02-01', closed
            FROM (VALUES (1, NULL), (1, '2026-01-15'::date), (2, NULL)) AS classes (i, closed);
            UPDATE project SET external_id = CASE no WHEN 'N-1' THEN E'\\u3000A-1 ' ELSE E'\\u200bＡ－２' END;
            """;

    @Test
    void aClassWithoutALeadUnitGetsThatOfItsTownOrDistrictAndNothingElseChanges() throws SQLException {
        // Given
        try (Connection administrator = Database.administer()) {
            run(administrator, "DROP DATABASE IF EXISTS upgrade");
            run(administrator, "CREATE DATABASE upgrade");
            String url = administrator.getMetaData().getURL().replaceFirst("/[^/?]+(\\?|$)", "/upgrade$1");
            migrate(url, "4");
            try (Connection old = administer(url)) {
                run(old, BEFORE);
            }

            // When
            migrate(url, "latest");

            // Then
            try (Connection upgraded = administer(url)) {
                assertEquals(
                        List.of("440703", "440703101", "440703101"),
                        column(upgraded, "SELECT lead_unit FROM special_class ORDER BY lead_unit"));
                assertEquals(
                        List.of("3 0 0", "3 0 0"),
                        column(
                                upgraded,
                                "SELECT version || ' ' || open_appeals || ' ' || breached_appeals FROM project"));
                assertEquals(
                        List.of("A-1", "A-2"),
                        column(upgraded, "SELECT external_id FROM project ORDER BY external_id"));
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

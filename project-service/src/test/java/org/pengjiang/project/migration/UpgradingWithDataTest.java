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
            """;
    private static final String CLASSES = """
            INSERT INTO special_class (id, project_id, leader, head, opened_on, closed_on)
            SELECT gen_random_uuid(), lpad(i::text, 32, '0')::uuid, 'leader', 'head', '2026-02-01', closed
            FROM (VALUES (1, NULL), (1, '2026-01-15'::date), (2, NULL)) AS classes (i, closed);
            UPDATE project SET external_id = CASE no WHEN 'N-1' THEN E'\\u3000A-1 ' ELSE E'\\u200bＡ－２' END;
            """;

    @Test
    void aClassWithoutALeadUnitGetsThatOfItsTownOrDistrictAndNothingElseChanges() throws SQLException {
        // Given
        try (Connection administrator = Database.administer()) {
            String url = fresh(administrator);
            migrate(url, "4");
            try (Connection old = administer(url)) {
                run(old, BEFORE);
                run(old, CLASSES);
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
                assertEquals(
                        List.of("project", "project"), column(upgraded, "SELECT list FROM search_text WHERE form = 0"));
            }
            run(administrator, "DROP DATABASE upgrade");
        }
    }

    /** Each kind in each state, as the release before wrote it. */
    private static final String DECISIONS = """
            INSERT INTO gate_request (id, project_id, seq, from_stage, to_stage, business_date, evidence_ids, confirmers, duplicates,
                status, submitted_by, submitted_at, closed_at, closed_by, close_reason)
            SELECT id(10 + seq), id(1), seq, 'A', 'B', '2026-01-02', '{}', confirmers, '{}', status, 'captain', at(seq), closed,
                   closer, why
            FROM (VALUES
                (1, '{}'::text[], 'PASSED', at(1), 'captain', NULL),
                (2, '{OFFICE,LEADER}', 'PASSED', at(3), 'leader', NULL),
                (3, '{OFFICE}', 'REJECTED', at(4), 'office', 'no'),
                (4, '{OFFICE}', 'WITHDRAWN', at(5), 'captain', 'back'),
                (5, '{OFFICE,LEADER}', 'OPEN', NULL, NULL, NULL)) AS requests (seq, confirmers, status, closed, closer, why);
            INSERT INTO gate_confirmation VALUES (id(12), 'OFFICE', 'office', at(2)), (id(12), 'LEADER', 'leader', at(3)),
                (id(15), 'OFFICE', 'office', at(6));
            INSERT INTO amount_revision (id, project_id, seq, previous_yuan, amount_yuan, business_date, reason, document_no, status,
                proposed_by, proposed_at, closed_by, closed_at)
            SELECT id(20 + seq), id(1), seq, 1, 2, '2026-01-02', 'more', 'D', status, 'captain', at(seq), closer, closed
            FROM (VALUES (1, 'CONFIRMED', 'office', at(2)), (2, 'REJECTED', 'office', at(3)), (3, 'PROPOSED', NULL, NULL))
                AS revisions (seq, status, closer, closed);
            INSERT INTO evidence (id, project_id, type, title, source, status, submitted_by, submitted_at, judged_by, judged_at,
                judgement)
            SELECT id(30 + no), id(1), 'MINUTES', 't', 'UPLOAD', status, 'clerk', at(no), judge, judged, why
            FROM (VALUES (1, 'SUBMITTED', NULL, NULL, NULL), (2, 'VERIFIED', 'verifier', at(3), NULL),
                (3, 'REJECTED', 'verifier', at(4), 'blurred'), (4, 'REVOKED', 'verifier', at(5), 'wrong'))
                AS papers (no, status, judge, judged, why);
            INSERT INTO investor (id, version, log_version, published_version, division, district, name, country, tags,
                not_yet_registered, override_reason, override_by, override_confirmed_by)
            SELECT id(40 + no), 1, 0, 0, '440703', '440703', 'n', 'CN', '{}', false, why, clerk, second
            FROM (VALUES (1, NULL, NULL, NULL), (2, 'so', 'clerk', NULL), (3, 'so', 'clerk', 'office'))
                AS investors (no, why, clerk, second);
            INSERT INTO import_job (id, version, log_version, published_version, division, province, district, year, dry_run,
                file_sha256, status, rows_total, rows_checked, rows_good, rows_bad, rows_imported, submitted_by, submitted_at,
                confirmed_by, confirmed_at, finished_at)
            SELECT id(50 + no), 1, 0, 0, '440703', '44', '440703', 2022, dry, 'x', status, 9, 0, 0, 0, 0, 'clerk', at(no), second,
                   confirmed, finished
            FROM (VALUES (1, false, 'CHECKING', NULL, NULL, NULL), (2, false, 'AWAITING_CONFIRMATION', NULL, NULL, NULL),
                (3, false, 'RUNNING', 'office', at(4), NULL), (4, false, 'DONE', 'office', at(5), at(6)),
                (5, false, 'DONE', NULL, NULL, at(7)), (6, true, 'CHECKING', NULL, NULL, NULL), (7, true, 'DONE', NULL, NULL, at(8)))
                AS jobs (no, dry, status, second, confirmed, finished);
            """;

    private static final String HELPERS = """
            CREATE FUNCTION id(no integer) RETURNS uuid LANGUAGE sql RETURN lpad(no::text, 32, '0')::uuid;
            CREATE FUNCTION at(hour integer) RETURNS timestamptz LANGUAGE sql RETURN '2026-03-01 00:00Z'::timestamptz + hour * interval '1 hour';
            """;

    private static final String APPROVALS = """
            SELECT concat_ws(' ', ltrim(id::text, '0-'), kind, ltrim(subject::text, '0-'), CASE WHEN exclusive THEN 'one' ELSE 'many' END,
                   needed, proposed_by, outcome, closed_by, reason,
                   extract(hour FROM closed_at AT TIME ZONE 'UTC'))
              FROM approval_request ORDER BY id
            """;

    @Test
    void whatWaitedForASecondPersonAndWhatOneHasDecidedComesOverInEveryState() throws SQLException {
        // Given
        try (Connection administrator = Database.administer()) {
            String url = fresh(administrator);
            migrate(url, "9");
            try (Connection old = administer(url)) {
                run(old, HELPERS);
                run(old, BEFORE);
                run(old, DECISIONS);
            }

            // When
            migrate(url, "latest");

            // Then
            try (Connection upgraded = administer(url)) {
                assertEquals(
                        List.of(
                                "11 GATE 1 one {} captain CONFIRMED captain 1",
                                "12 GATE 1 one {OFFICE,LEADER} captain CONFIRMED leader 3",
                                "13 GATE 1 one {OFFICE} captain REJECTED office no 4",
                                "14 GATE 1 one {OFFICE} captain WITHDRAWN captain back 5",
                                "15 GATE 1 one {OFFICE,LEADER} captain OPEN",
                                "21 AMOUNT 1 one {PROMOTION_OFFICE} captain CONFIRMED office 2",
                                "22 AMOUNT 1 one {PROMOTION_OFFICE} captain REJECTED office 3",
                                "23 AMOUNT 1 one {PROMOTION_OFFICE} captain OPEN",
                                "31 EVIDENCE 1 many {VERIFIED} clerk OPEN",
                                "32 EVIDENCE 1 many {VERIFIED} clerk CONFIRMED verifier 3",
                                "33 EVIDENCE 1 many {VERIFIED} clerk REJECTED verifier blurred 4",
                                "34 EVIDENCE 1 many {VERIFIED} clerk WITHDRAWN verifier wrong 5",
                                "42 CREDIT_CODE 42 one {PROMOTION_OFFICE} clerk OPEN",
                                "51 IMPORT 51 one {PROMOTION_OFFICE} clerk OPEN",
                                "52 IMPORT 52 one {PROMOTION_OFFICE} clerk OPEN",
                                "53 IMPORT 53 one {PROMOTION_OFFICE} clerk CONFIRMED office 4",
                                "54 IMPORT 54 one {PROMOTION_OFFICE} clerk CONFIRMED office 5",
                                "55 IMPORT 55 one {PROMOTION_OFFICE} clerk WITHDRAWN system no row is good 7"),
                        column(upgraded, APPROVALS).stream()
                                .filter(row -> !row.startsWith("43 "))
                                .toList());
                assertEquals(
                        List.of("clerk CONFIRMED office"),
                        column(
                                upgraded,
                                "SELECT concat_ws(' ', proposed_by, outcome, closed_by) FROM approval_request WHERE id = id(43)"));
                assertEquals(
                        List.of(
                                "12 LEADER leader",
                                "12 OFFICE office",
                                "15 OFFICE office",
                                "21 PROMOTION_OFFICE office",
                                "32 VERIFIED verifier",
                                "43 PROMOTION_OFFICE office",
                                "53 PROMOTION_OFFICE office",
                                "54 PROMOTION_OFFICE office"),
                        confirmations(upgraded));
                assertEquals(
                        List.of("0"),
                        column(
                                upgraded,
                                "SELECT count(*) FROM evidence e LEFT JOIN approval_request a ON a.id = e.approval_id"
                                        + " WHERE a.id IS NULL"));
            }
            run(administrator, "DROP DATABASE upgrade");
        }
    }

    @Test
    void replicasOfTheReleaseBeforeAndOfThisOneSeeEachOthersDecisions() throws SQLException {
        try (Connection administrator = Database.administer()) {
            // Given
            String url = fresh(administrator);
            migrate(url, "latest");
            try (Connection both = administer(url)) {
                run(both, HELPERS);
                run(both, BEFORE);

                // When: the release before writes what it always wrote
                run(both, DECISIONS);

                // Then: it is what a migration would have made of it
                assertEquals(19, column(both, APPROVALS).size());
                assertEquals(8, confirmations(both).size());
                assertEquals(List.of("5 3 4 2 5"), column(both, """
                                SELECT concat_ws(' ', (SELECT count(approval_id) FROM gate_request),
                                    (SELECT count(approval_id) FROM amount_revision), (SELECT count(approval_id) FROM evidence),
                                    (SELECT count(approval_id) FROM investor), (SELECT count(approval_id) FROM import_job))
                                """));

                // When: it decides what is open
                run(both, """
                        UPDATE gate_request SET status = 'PASSED', closed_by = 'leader', closed_at = at(9) WHERE status = 'OPEN';
                        INSERT INTO gate_confirmation VALUES (id(15), 'LEADER', 'leader', at(9));
                        UPDATE amount_revision SET status = 'REJECTED', closed_by = 'office', closed_at = at(9) WHERE status = 'PROPOSED';
                        UPDATE evidence SET status = 'VERIFIED', judged_by = 'office', judged_at = at(9) WHERE status = 'SUBMITTED';
                        UPDATE investor SET override_by = override_by, override_confirmed_by = 'office' WHERE id = id(42);
                        UPDATE import_job SET status = 'RUNNING', confirmed_by = 'office', confirmed_at = at(9) WHERE id = id(52);
                        UPDATE import_job SET status = 'DONE', confirmed_by = NULL, finished_at = at(9) WHERE id = id(51);
                        """);

                // Then
                assertEquals(
                        List.of(
                                "15 CONFIRMED leader 1",
                                "23 REJECTED office 1",
                                "31 CONFIRMED office 1",
                                "42 CONFIRMED office 1",
                                "51 WITHDRAWN system 1",
                                "52 CONFIRMED office 1"),
                        column(both, """
                                SELECT concat_ws(' ', ltrim(id::text, '0-'), outcome, closed_by, version) FROM approval_request
                                 WHERE version > 0 ORDER BY id
                                """));
                assertEquals(12, confirmations(both).size());

                // When: this release proposes and decides
                run(both, """
                        INSERT INTO approval_request (id, version, kind, subject, exclusive, needed, excluded_persons, excluded_teams,
                            proposed_by, proposer_teams, proposed_at, outcome)
                        SELECT id(90 + no), 0, kind, id(subject), true, '{OFFICE}', '{}', '{}', 'captain', '{}', at(1), 'OPEN'
                        FROM (VALUES (1, 'GATE', 2), (2, 'AMOUNT', 2), (3, 'EVIDENCE', 2), (4, 'CREDIT_CODE', 49), (5, 'IMPORT', 59))
                            AS made (no, kind, subject);
                        INSERT INTO gate_request (id, project_id, seq, from_stage, to_stage, business_date, evidence_ids, duplicates,
                            approval_id) VALUES (id(19), id(2), 1, 'A', 'B', '2026-01-02', '{}', '{}', id(91));
                        INSERT INTO amount_revision (id, project_id, seq, previous_yuan, amount_yuan, business_date, reason, document_no,
                            approval_id) VALUES (id(29), id(2), 1, 1, 2, '2026-01-02', 'more', 'D', id(92));
                        INSERT INTO evidence (id, project_id, type, title, source, approval_id)
                            VALUES (id(39), id(2), 'MINUTES', 't', 'UPLOAD', id(93));
                        INSERT INTO investor (id, version, log_version, published_version, division, district, name, country, tags,
                            not_yet_registered, override_reason, approval_id)
                            VALUES (id(49), 1, 0, 0, '440703', '440703', 'n', 'CN', '{}', false, 'so', id(94));
                        INSERT INTO import_job (id, version, log_version, published_version, division, province, district, year, dry_run,
                            file_sha256, status, rows_total, rows_checked, rows_good, rows_bad, rows_imported, submitted_by, submitted_at,
                            approval_id) VALUES (id(59), 1, 0, 0, '440703', '44', '440703', 2022, false, 'x', 'AWAITING_CONFIRMATION', 9, 9,
                            9, 0, 0, 'captain', at(1), id(95));
                        """);
                List<String> proposed = column(both, LEGACY);
                run(both, """
                        UPDATE approval_request SET outcome = 'CONFIRMED', closed_by = 'office', closed_at = at(2) WHERE id >= id(91);
                        INSERT INTO approval_confirmation VALUES (id(91), 'OFFICE', 'captain', 'office', '{}', at(2), '');
                        UPDATE import_job SET status = 'RUNNING' WHERE id = id(59);
                        """);

                // Then
                assertEquals(
                        List.of("OPEN captain {OFFICE}", "PROPOSED captain", "SUBMITTED captain", "captain", ""),
                        proposed);
                assertEquals(
                        List.of(
                                "PASSED captain {OFFICE} office office",
                                "CONFIRMED captain office",
                                "VERIFIED captain office",
                                "captain office",
                                "office"),
                        column(both, LEGACY));
                assertEquals(
                        List.of("0"),
                        column(both, "SELECT sum(version)::text FROM approval_request WHERE id >= id(91)"));
            }
            run(administrator, "DROP DATABASE upgrade");
        }
    }

    /** Sequential reading is dear to the planner here: what is read from end to end has no index to be found by. */
    @Test
    void aWriteOfTheReleaseBeforeReadsNoTableFromEndToEnd() throws SQLException {
        try (Connection administrator = Database.administer()) {
            // Given
            String url = fresh(administrator);
            migrate(url, "latest");
            try (Connection both = administer(url)) {
                run(both, HELPERS);
                run(both, BEFORE);
                run(both, DECISIONS);
                run(both, "SET enable_seqscan = off");
                both.setAutoCommit(false);

                // When
                run(both, """
                        INSERT INTO gate_confirmation VALUES (id(15), 'LEADER', 'leader', at(9));
                        UPDATE gate_request SET status = 'PASSED', closed_by = 'leader', closed_at = at(9) WHERE id = id(15);
                        UPDATE amount_revision SET status = 'CONFIRMED', closed_by = 'office', closed_at = at(9) WHERE id = id(23);
                        UPDATE evidence SET status = 'VERIFIED', judged_by = 'office', judged_at = at(9) WHERE id = id(31);
                        UPDATE investor SET override_by = override_by, override_confirmed_by = 'office' WHERE id = id(42);
                        UPDATE import_job SET status = 'RUNNING', confirmed_by = 'office', confirmed_at = at(9) WHERE id = id(52);
                        """);

                // Then
                assertEquals(List.of(), column(both, """
                                SELECT relname || ' ' || seq_tup_read FROM pg_stat_xact_user_tables
                                 WHERE seq_tup_read > 0 ORDER BY relname
                                """));
                both.commit();
            }
            run(administrator, "DROP DATABASE upgrade");
        }
    }

    private static final String LEGACY = """
            SELECT concat_ws(' ', status, submitted_by, confirmers, closed_by,
                   (SELECT confirmed_by FROM gate_confirmation WHERE request_id = id(19))) FROM gate_request WHERE id = id(19)
            UNION ALL SELECT concat_ws(' ', status, proposed_by, closed_by) FROM amount_revision WHERE id = id(29)
            UNION ALL SELECT concat_ws(' ', status, submitted_by, judged_by) FROM evidence WHERE id = id(39)
            UNION ALL SELECT concat_ws(' ', override_by, override_confirmed_by) FROM investor WHERE id = id(49)
            UNION ALL SELECT concat_ws(' ', confirmed_by) FROM import_job WHERE id = id(59)
            """;

    private static List<String> confirmations(Connection connection) throws SQLException {
        return column(connection, """
                SELECT concat_ws(' ', ltrim(request_id::text, '0-'), confirmation, confirmed_by)
                  FROM approval_confirmation ORDER BY request_id, confirmation
                """);
    }

    private static String fresh(Connection administrator) throws SQLException {
        run(administrator, "DROP DATABASE IF EXISTS upgrade");
        run(administrator, "CREATE DATABASE upgrade");
        return administrator.getMetaData().getURL().replaceFirst("/[^/?]+(\\?|$)", "/upgrade$1");
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

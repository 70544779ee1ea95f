package org.pengjiang.project.lookup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.search.SearchSql;
import org.pengjiang.kit.search.SearchWords;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.testsupport.ProjectStack;

/** The plans of the hot lists on 100,000 projects: an index that starts with the scope and ends with the order. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class HotListPlanTest {
    private static final String FILL = """
            INSERT INTO project (id, version, log_version, published_version, division, province, city, district, town, no,
                name, search_text, kind, separate_filing_code, confidentiality, manufacturing, stage, condition,
                stage_entered_on, requests, transitions, share_sets, registered_by, registered_at, historical)
            SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, '440703101', '44', '4407', CASE WHEN i % 10 = 0 THEN '440703' ELSE '440704' END,
                '440703101', 'N-' || i, 'n', '范例项目' || i || ' 投资方' || (i % 977), 'NEW', false, 'INTERNAL', true,
                CASE WHEN i % 3 = 0 THEN 'NEGOTIATING' ELSE 'LEAD' END, 'ACTIVE', '2026-01-01', 0, 0, 0, 'x', now(), false
            FROM generate_series(1, 100000) AS i
            """;

    @BeforeAll
    static void fill() throws Exception {
        Database.reset();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL + """
                    ;INSERT INTO search_text (id, list, made_of, form, key)
                     SELECT id, 'project', hashtextextended(search_text, 0), 1, replace(search_text, ' ', '') FROM project
                    """);
        }
        Database.analyse("project");
        Database.analyse("search_text");
    }

    @AfterAll
    static void empty() {
        Database.reset();
    }

    @Test
    void theNewestOfADistrictAndStageComeFromTheIndexInOrder() throws Exception {
        String plan =
                plan("SELECT p.id, p.no, p.name FROM project p WHERE p.district = '440703' AND p.stage = 'NEGOTIATING'"
                        + " AND (p.id) < ('00000000-0000-0000-0000-000000010000'::uuid) ORDER BY p.id DESC LIMIT 51");

        assertTrue(plan.contains("project_by_district_stage"), plan);
        assertFalse(plan.contains("Sort") || plan.contains("Seq Scan"), plan);
    }

    @Test
    void theFewWithOpenAppealsComeFromTheirOwnIndex() throws Exception {
        // Given
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE project SET open_appeals = 2, breached_appeals = 1 WHERE no LIKE 'N-%00'");
        }
        Database.analyse("project");

        // When
        String plan = plan("SELECT p.id, p.no, p.name FROM project p WHERE p.district = '440703' AND p.open_appeals > 0"
                + " AND (p.id) < ('00000000-0000-0000-0000-000000010000'::uuid) ORDER BY p.id DESC LIMIT 51");

        // Then
        assertTrue(plan.contains("project_with_appeals_by_district"), plan);
        assertFalse(plan.contains("Sort") || plan.contains("Seq Scan"), plan);
    }

    @Test
    void twoCharactersAreFoundThroughTheirPairs() throws Exception {
        SqlCondition district = SqlCondition.of("p.district = ?", "440703");
        SearchWords words = SearchWords.of("q", "目99990 投资", false).orElseThrow();

        String few = plan(SearchSql.ask(Projects.SEARCHED, words, List.of(district), 5_000, 51));
        String newest = plan(SearchSql.lookThrough(Projects.SEARCHED, words, List.of(district), 2_000, 51));

        assertTrue(few.contains("search_text_pairs"), few);
        assertTrue(newest.contains("project_by_district") && newest.contains("search_text_pk"), newest);
        assertFalse(few.contains("Seq Scan") || newest.contains("Seq Scan"), few + newest);
    }

    private static String plan(SqlCondition query) throws Exception {
        try (Connection connection = Database.administer();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + query.sql())) {
            int index = 0;
            for (Object value : query.values()) {
                explain.setObject(
                        ++index,
                        value instanceof List<?> pairs ? connection.createArrayOf("bigint", pairs.toArray()) : value);
            }
            try (ResultSet rows = explain.executeQuery()) {
                return text(rows);
            }
        }
    }

    private static String plan(String query) throws Exception {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + query)) {
            return text(rows);
        }
    }

    private static String text(ResultSet rows) throws Exception {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) {
            plan.append(rows.getString(1)).append('\n');
        }
        System.out.println(plan);
        return plan.toString();
    }
}

package org.pengjiang.appeal.lookup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.search.SearchSql;
import org.pengjiang.kit.search.SearchWords;
import org.pengjiang.kit.testing.Database;

/** The plans of the hot lists on 100,000 appeals, a fifth of them in the district, one in twenty open: an index that starts
 * with the scope or with whose appeal it is. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class HotListPlanTest {
    private static final Pattern PAGES = Pattern.compile("Buffers: shared(?: hit=([0-9]+))?(?: read=([0-9]+))?");
    /**
     * Of 8 kB that a page of a list reads, its 51 rows and three for the name of each one's unit among them; unlike the time, they are the
     * same on a busy machine.
     */
    private static final int MOST_PAGES = 460;

    /** The index pages and the page of the text for each that is looked at, and the pages of the list. */
    private static final int MOST_PAGES_OF_300 = 1_800;

    private static final AppealRows.Reader EVERYBODY = new AppealRows.Reader(
            FieldView.HANDLER, SqlCondition.of("TRUE"), SqlCondition.of("TRUE"), SqlCondition.of("TRUE"));

    private static final List<SqlCondition> DISTRICT = List.of(SqlCondition.of("a.district = ?", "440703"));
    private static final String NEWEST = "a.id DESC";
    private static final String BREACHES_NEXT = "a.inbox_due ASC, a.id ASC";
    private static final String FILL = """
            INSERT INTO appeal (id, version, log_version, published_version, division, province, city, district, town, no,
                title, description, search_text, nature, category, category_version, urgency, time_class, policy_version,
                source, enterprise, project_id, submitted_by, received_at, recorded_at, state, open, round,
                supervision_level, breached, handler_kind, class_id, accountable_unit, signed_automatically, next_due_at)
            SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, d || '101', '44', '4407', d, d || '101', 'N-' || i,
                't', 'x', '范例诉求' || i || CASE WHEN i % 4 < 2 THEN ' 企业' ELSE '' END || (i % 977), 'HELP', 'A0' || (1 + i % 5), 1, 'ORDINARY',
                CASE WHEN i % 1000 = 0 THEN 'P0' ELSE 'P3' END, 'PJ-2026', 'APP',
                '91440703MA' || lpad((i % 2000)::text, 8, '0'), NULL, 'x', now(), now(),
                CASE WHEN open THEN CASE WHEN i % 40 = 0 THEN 'PENDING_DISPATCH' ELSE 'IN_PROGRESS' END ELSE 'CLOSED' END,
                open, 1, 0, i % 500 = 0,
                CASE WHEN i % 40 = 0 THEN NULL WHEN i % 200 = 20 THEN 'SPECIAL_CLASS' ELSE 'UNIT' END,
                CASE WHEN i % 200 = 20 AND i % 40 <> 0 THEN lpad(to_hex(i % 1000), 32, '0')::uuid END,
                CASE WHEN i % 40 = 0 THEN NULL ELSE 'U' || (i / 20 % 60) END, false,
                CASE WHEN open THEN now() + (i * 7919 % 100000) * interval '1 minute' END
            FROM (SELECT i, i % 20 = 0 AS open, CASE WHEN i % 10 < 2 THEN '440703' ELSE '440704' END AS d
                  FROM generate_series(1, 100000) AS i) AS made
            """;

    /** The rows of involvement come with them. */
    private static final String ASSIGNMENTS = """
            INSERT INTO assignment (id, appeal_id, seq, round, handler_kind, class_id, accountable_unit, named_by, account,
                assigned_at, ended_at)
            SELECT gen_random_uuid(), id, 1, 1, handler_kind, class_id, accountable_unit, 'DIRECTORY', 'x', received_at,
                CASE WHEN NOT open THEN received_at END
            FROM appeal WHERE accountable_unit IS NOT NULL
            """;

    @Inject
    AppealConditions conditions;

    @Inject
    VisibleSets sets;

    @BeforeAll
    static void fill() throws Exception {
        Database.reset();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL + ';' + StoredAppeal.SEARCHED);
            // with the sizes known that the check of its reference plans by
            statement.execute("ANALYZE appeal");
            statement.execute(ASSIGNMENTS);
            // as many keys as there are contacts: an empty table would be read whole
            statement.execute("INSERT INTO data_key (id, owner, key_sealed)"
                    + " SELECT gen_random_uuid(), 'appeal/' || n, '\\x01' FROM generate_series(1, 20000) n");
            statement.execute(
                    "INSERT INTO known_unit SELECT gen_random_uuid(), 'U' || n, 'Unit (fictional)', '440703', 'UNIT', 1"
                            + " FROM generate_series(1, 20000) n");
            statement.execute(
                    "UPDATE appeal SET nature = 'PRAISE' WHERE id IN (SELECT id FROM appeal ORDER BY id LIMIT 300);"
                            + " UPDATE appeal SET received_at = now() - interval '200 days' WHERE no LIKE 'N-10__'");
        }
        Database.analyse("appeal");
        Database.analyse("search_text");
        Database.analyse("data_key");
        Database.analyse("appeal_involvement");
        Database.analyse("assignment");
        Database.analyse("known_unit");
    }

    @AfterAll
    static void empty() {
        Database.reset();
    }

    @Test
    void theNewestOfADistrictComeInOrder() throws Exception {
        // where every fifth appeal is the district's, walking all of them backwards is as good as the district's own
        // index
        read("Index Scan", List.of("a.district = '440703'"), "TRUE", NEWEST);
    }

    @Test
    void whatAClerkIsInvolvedInIsAskedOfTheLinesOfThePageAlone() throws Exception {
        // Given
        Caller clerk = new Caller(
                "a-clerk",
                Set.of("UNIT_CLERK"),
                Optional.of(DivisionCode.parse("440703")),
                Map.of("unit", List.of("U20", "U21")));
        AppealRows.Reader reader = AppealRows.Reader.of(clerk, conditions);
        for (List<SqlCondition> sources : List.of(sets.visible(clerk), sets.inbox(clerk))) {
            boolean isInbox = sources.size() > 1;
            List<Object> values = new ArrayList<>();
            sources.forEach(source -> {
                values.addAll(reader.values());
                values.addAll(source.values());
            });
            String sql = AppealRows.sql(reader, sources, SqlCondition.of("TRUE"), isInbox ? BREACHES_NEXT : NEWEST)
                    .replace("LIMIT ?", "LIMIT 51");

            // Then: a few pages more for each line
            String plan = explain(new SqlCondition(sql, values), 3 * MOST_PAGES);
            assertTrue(plan.contains("appeal_involvement_pk"), plan);
        }
    }

    @Test
    void theNewestOfAStateComeInOrder() throws Exception {
        read("appeal_by_district_state", List.of("a.district = '440703'"), "a.state = 'IN_PROGRESS'", NEWEST);
    }

    @Test
    void brokenPromisesComeInOrder() throws Exception {
        read("appeal_breached", List.of("a.district = '440703'"), "a.breached", NEWEST);
    }

    @Test
    void aRareTimeClassComesInOrder() throws Exception {
        read("appeal_by_district_time_class", List.of("a.district = '440703'"), "a.time_class = 'P0'", NEWEST);
    }

    @Test
    void aRareNatureComesInOrder() throws Exception {
        read("appeal_by_district_nature", List.of("a.district = '440703'"), "a.nature = 'PRAISE'", NEWEST);
    }

    @Test
    void whatWasReceivedInSomeDaysLongAgoIsFoundByItsReceipt() throws Exception {
        read(
                "appeal_by_district_received",
                List.of("a.district = '440703'"),
                "a.received_at >= now() - interval '201 days' AND a.received_at < now() - interval '199 days'",
                NEWEST);
    }

    @Test
    void anEnterprisesOwnComeInOrder() throws Exception {
        read("appeal_of_enterprise", List.of("a.enterprise = '91440703MA00000077'"), "TRUE", NEWEST);
    }

    @Test
    void whatHalfOfAllAppealsSayIsFoundAmongTheNewest() throws Exception {
        // every second one says 企业
        SqlCondition query = SearchSql.lookThrough(Appeals.SEARCHED, words("企业"), DISTRICT, 300, 51);

        String plan = explain(query, MOST_PAGES_OF_300);

        assertTrue(plan.contains("search_text_pk"), plan);
    }

    @Test
    void asManyAsASearchLooksThroughAreReadByTheirIds() throws Exception {
        SqlCondition query = SearchSql.lookThrough(Appeals.SEARCHED, words("企业 求99990"), DISTRICT, 1_700, 51);

        String plan = explain(query, MOST_PAGES_OF_300 * 6);

        assertTrue(plan.contains("search_text_pk"), plan);
    }

    @Test
    void whatFewAppealsSayIsFoundThroughItsPairs() throws Exception {
        for (String typed : List.of("求99990", "企业 求99990")) {
            SqlCondition query = SearchSql.ask(Appeals.SEARCHED, words(typed), DISTRICT, 3_000, 51);

            String plan = explain(query, 1_500);

            assertTrue(plan.contains("search_text_pairs"), plan);
        }
    }

    @Test
    void theInboxOfAUnitAndOfItsClassesComesByWhatBreachesNext() throws Exception {
        // by its open appeals, or by all of its and the district's open ones: that is for the planner to weigh
        read(
                "Index Cond: (accountable_unit = 'U20'",
                List.of(
                        "a.open AND a.accountable_unit = 'U20' AND a.district = '440703'",
                        "a.class_id = ANY (ARRAY['00000000-0000-0000-0000-000000000014'::uuid]) AND a.open"
                                + " AND (a.accountable_unit IS DISTINCT FROM 'U20' OR a.district IS DISTINCT FROM '440703')"),
                "TRUE",
                BREACHES_NEXT);
    }

    @Test
    void whatWaitsForADispatcherComesByWhatBreachesNext() throws Exception {
        read(
                "appeal_inbox_dispatch",
                List.of("a.state IN ('SUBMITTED', 'PENDING_DISPATCH') AND a.district = '440703'"),
                "TRUE",
                BREACHES_NEXT);
    }

    private static SearchWords words(String typed) {
        return SearchWords.of("q", typed, false).orElseThrow();
    }

    private static String explain(SqlCondition query, int mostPages) throws Exception {
        try (Connection connection = Database.administer();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + query.sql())) {
            int index = 0;
            for (Object value : query.values()) {
                explain.setObject(
                        ++index,
                        value instanceof List<?> many
                                ? array(connection, many)
                                : value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
            }
            try (ResultSet rows = explain.executeQuery()) {
                return quick(rows, mostPages);
            }
        }
    }

    private static Array array(Connection connection, List<?> many) throws SQLException {
        return connection.createArrayOf(
                many.stream().anyMatch(String.class::isInstance) ? "text" : "bigint", many.toArray());
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static void read(String index, List<String> sources, String filter, String orderBy) throws Exception {
        String query = AppealRows.sql(
                        EVERYBODY, sources.stream().map(SqlCondition::of).toList(), SqlCondition.of(filter), orderBy)
                .replace("LIMIT ?", "LIMIT 51");
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + query)) {
            String plan = quick(rows, MOST_PAGES);
            assertTrue(plan.contains(index), plan);
        }
    }

    private static String quick(ResultSet rows, int mostPages) throws Exception {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            text.append(rows.getString(1)).append('\n');
        }
        String plan = text.toString();
        System.out.println(plan);
        assertFalse(plan.contains("Seq Scan"), plan);
        Matcher pages = PAGES.matcher(plan);
        assertTrue(pages.find() && number(pages.group(1)) + number(pages.group(2)) < mostPages, plan);
        return plan;
    }
}

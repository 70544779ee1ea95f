package org.pengjiang.appeal.lookup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.testing.Database;

/** What it costs to ask who is involved: a few rows for each restricted one of a page, however many appeals there are. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class InvolvementPlanTest {
    private static final int PAGE = 400;
    private static final String APPEAL = """
            INSERT INTO appeal (id, version, log_version, published_version, division, province, city, district, no, title,
                description, search_text, nature, category, category_version, urgency, time_class, policy_version, source,
                enterprise, submitted_by, received_at, recorded_at, state, open, round, supervision_level, breached,
                handler_kind, class_id, accountable_unit, signed_automatically)
            SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, '440703', '44', '4407', '440703', 'N-' || i, 't', 'x', 'x', 'HELP',
                'A01', 1, 'ORDINARY', 'P3', 'PJ-2026', 'APP', '91440703MA00000077', 'x', now(), now(), 'IN_PROGRESS', true, 1,
                0, false, CASE WHEN i % 4 = 0 THEN 'SPECIAL_CLASS' ELSE 'UNIT' END,
                CASE WHEN i % 4 = 0 THEN lpad(to_hex(i % 1000), 32, '0')::uuid END, 'U' || i % 50, false
            FROM generate_series(1, 20000) i""";
    private static final String ASSIGNMENTS = """
            INSERT INTO assignment SELECT gen_random_uuid(), id, seq, 1, handler_kind, class_id,
                CASE seq WHEN 2 THEN accountable_unit ELSE 'U1' END, 'DIRECTORY', 'x', now() - interval '2 hours' * (3 - seq),
                CASE seq WHEN 1 THEN now() - interval '2 hours' END
            FROM appeal, generate_series(1, 2) seq""";
    private static final String CLASSES = """
            INSERT INTO known_special_class
            SELECT lpad(to_hex(i), 32, '0')::uuid, gen_random_uuid(), 'P', '440703', 'U1', 'leader-' || i, 'head-' || i, true, 1
            FROM generate_series(0, 999) i""";
    private static final String RESTRICTED = """
            INSERT INTO event_log (form, id, type, audience, subject_type, subject, subject_version, division, actor,
                actor_role, occurred_at, data, hash)
            SELECT 2, gen_random_uuid(), 'appeal.reply-drafted.v1', 'RESTRICTED', 'appeal', id, 1, '440703', 'x', '', now(), '{}',
                sha256('x') FROM appeal""";

    @Inject
    LogAccess access;

    @AfterEach
    void empty() {
        Database.reset();
    }

    @Test
    void askingWhoIsInvolvedReadsAFewRowsOfEachAppealOfThePage() throws Exception {
        // Given
        Database.reset();
        for (String fill : List.of(APPEAL, ASSIGNMENTS, CLASSES, RESTRICTED, "ANALYZE")) {
            Rows.execute(fill);
        }

        // Then
        for (Caller caller : List.of(
                caller("someone", "UNIT_CLERK", Map.of("unit", List.of("U1"))),
                caller("leader-4", "TEAM_MEMBER", Map.of()),
                caller("head-4", "UNIT_HEAD", Map.of("unit", List.of("U7"))))) {
            JsonNode plan = plan(access.of(caller).rows());
            for (String table : List.of("appeal", "appeal_involvement", "known_special_class")) {
                long read = rowsRead(plan, table);
                assertTrue(read > 0 || !table.equals("appeal_involvement"), "the measure sees " + table);
                assertTrue(read <= 5 * PAGE, caller + " reads " + read + " rows of " + table + ": " + plan);
            }
        }
    }

    private static Caller caller(String account, String role, Map<String, List<String>> claims) {
        return new Caller(account, Set.of(role), Optional.of(DivisionCode.parse("440703")), claims);
    }

    private static JsonNode plan(SqlCondition rows) throws Exception {
        String sql = "EXPLAIN (ANALYZE, FORMAT JSON) SELECT l.seq, (" + rows.sql() + ") AS visible"
                + " FROM event_log l ORDER BY l.pos, l.seq LIMIT " + PAGE;
        try (Connection connection = Database.administer();
                PreparedStatement query = connection.prepareStatement(sql)) {
            Jdbc.bind(query, rows.values().toArray());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ObjectMapper().readTree(row.getString(1));
            }
        }
    }

    private static long rowsRead(JsonNode plan, String table) {
        long rows = 0;
        if (plan.path("Relation Name").asText().equals(table)) {
            rows = Math.round((plan.path("Actual Rows").asDouble()
                            + plan.path("Rows Removed by Filter").asDouble()
                            + plan.path("Rows Removed by Join Filter").asDouble())
                    * plan.path("Actual Loops").asDouble());
        }
        for (JsonNode part : plan) {
            rows += rowsRead(part, table);
        }
        return rows;
    }
}

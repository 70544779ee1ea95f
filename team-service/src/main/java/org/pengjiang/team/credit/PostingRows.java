package org.pengjiang.team.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Metric;

/** Postings as rows: a team's in credit_entry, the district's in credit_total. */
final class PostingRows {
    private static final String COLUMNS = """
            id, event_id, metric, quantity, kind, cause, effective_on, earned_on, historical, band, manufacturing, chain,
            tags, rule_version, reversal_of""";

    private static final String OF_PROJECT = "SELECT " + COLUMNS
            + ", team_id, seq, 1 AS side FROM credit_entry WHERE project_id = ? UNION ALL SELECT " + COLUMNS
            + ", NULL, seq, 0 FROM credit_total WHERE project_id = ? ORDER BY side, seq";

    private PostingRows() {}

    /** In the order of their making, the district's before the teams'. */
    static List<Posting> ofProject(Jdbc jdbc, UUID project) {
        return jdbc.list(OF_PROJECT, PostingRows::read, project, project);
    }

    private static Posting read(ResultSet row) throws SQLException {
        Traits traits = new Traits(
                Band.valueOf(row.getString("band")),
                row.getBoolean("manufacturing"),
                row.getString("chain"),
                Jdbc.texts(row, "tags"));
        return new Posting(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                Metric.valueOf(row.getString("metric")),
                row.getObject("team_id", UUID.class),
                row.getBigDecimal("quantity"),
                EntryKind.valueOf(row.getString("kind")),
                Cause.valueOf(row.getString("cause")),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("earned_on", LocalDate.class),
                row.getBoolean("historical"),
                traits,
                row.getInt("rule_version"),
                row.getObject("reversal_of", UUID.class));
    }

    static void insert(Jdbc jdbc, LedgerStore.Project project, List<Posting> postings) {
        insert(jdbc, "credit_total", "", project, postings.stream().filter(Posting::isDistrict));
        insert(jdbc, "credit_entry", ", team_id", project, postings.stream().filter(posting -> !posting.isDistrict()));
    }

    private static void insert(
            Jdbc jdbc, String table, String holder, LedgerStore.Project project, Stream<Posting> postings) {
        String marks = "?, ".repeat(holder.isEmpty() ? 18 : 19) + "?";
        jdbc.batch(
                "INSERT INTO %s (project_id, district, period, unit, %s%s) VALUES (%s)"
                        .formatted(table, COLUMNS, holder, marks),
                postings.map(posting -> values(project, posting, !holder.isEmpty()))
                        .toList());
    }

    private static @Nullable Object[] values(LedgerStore.Project project, Posting posting, boolean withHolder) {
        @Nullable Object[] values = {
            project.id(),
            project.district(),
            posting.period().atDay(1),
            posting.metric().quantity(),
            posting.id(),
            posting.eventId(),
            posting.metric(),
            posting.quantity(),
            posting.kind(),
            posting.cause(),
            posting.effectiveOn(),
            posting.earnedOn(),
            posting.historical(),
            posting.traits().band(),
            posting.traits().manufacturing(),
            posting.traits().chain(),
            posting.traits().tags(),
            posting.ruleVersion(),
            posting.reversalOf(),
            posting.teamId()
        };
        return withHolder ? values : Arrays.copyOf(values, values.length - 1);
    }
}

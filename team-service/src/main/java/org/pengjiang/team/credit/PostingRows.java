package org.pengjiang.team.credit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private static final String INSERT_TAIL = "project_id, district, period, unit, " + COLUMNS + ")";

    private PostingRows() {}

    /** In the order of their making, the district's before the teams'. */
    static List<Posting> ofProject(Connection connection, UUID project) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_PROJECT)) {
            select.setObject(1, project);
            select.setObject(2, project);
            List<Posting> postings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    postings.add(read(row));
                }
            }
            return postings;
        }
    }

    private static Posting read(ResultSet row) throws SQLException {
        Traits traits = new Traits(
                Band.valueOf(row.getString("band")),
                row.getBoolean("manufacturing"),
                row.getString("chain"),
                List.of((String[]) row.getArray("tags").getArray()));
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

    static void insert(Connection connection, LedgerStore.Project project, List<Posting> postings) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement("INSERT INTO credit_entry ("
                        + INSERT_TAIL.replace(")", ", team_id)") + " VALUES (" + "?, ".repeat(19) + "?)");
                PreparedStatement total = connection.prepareStatement(
                        "INSERT INTO credit_total (" + INSERT_TAIL + " VALUES (" + "?, ".repeat(18) + "?)")) {
            for (Posting posting : postings) {
                PreparedStatement insert = posting.isDistrict() ? total : entry;
                bind(connection, insert, project, posting);
                if (!posting.isDistrict()) {
                    insert.setObject(20, posting.teamId());
                }
                insert.addBatch();
            }
            total.executeBatch();
            entry.executeBatch();
        }
    }

    private static void bind(
            Connection connection, PreparedStatement insert, LedgerStore.Project project, Posting posting)
            throws SQLException {
        insert.setObject(1, project.id());
        insert.setString(2, project.district());
        insert.setObject(3, posting.period().atDay(1));
        insert.setString(4, posting.metric().quantity().name());
        insert.setObject(5, posting.id());
        insert.setObject(6, posting.eventId());
        insert.setString(7, posting.metric().name());
        insert.setBigDecimal(8, posting.quantity());
        insert.setString(9, posting.kind().name());
        insert.setString(10, posting.cause().name());
        insert.setObject(11, posting.effectiveOn());
        insert.setObject(12, posting.earnedOn());
        insert.setBoolean(13, posting.historical());
        insert.setString(14, posting.traits().band().name());
        insert.setBoolean(15, posting.traits().manufacturing());
        insert.setString(16, posting.traits().chain());
        insert.setArray(
                17, connection.createArrayOf("text", posting.traits().tags().toArray()));
        insert.setInt(18, posting.ruleVersion());
        insert.setObject(19, posting.reversalOf());
    }
}

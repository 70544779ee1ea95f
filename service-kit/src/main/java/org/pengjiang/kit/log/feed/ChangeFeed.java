package org.pengjiang.kit.log.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.access.RowAccess;

/**
 * Reads the log from a cursor on. It walks windows of the order and filters inside them, so that a filter that matches
 * little costs no more than the rows one request may walk; the cursor then stands at the end of what was walked.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final int FIRST_WINDOW_PER_ITEM = 4;
    private static final int NEXT_WINDOW = 5_000;
    private static final int LONGEST_WALK = 20_000;

    private static final String WALK = """
            WITH walked AS MATERIALIZED (
                SELECT %5$s.pos, %5$s.seq, (%1$s) AS visible FROM %2$s
                 WHERE %5$s.pos < log_horizon() AND (%5$s.pos, %5$s.seq) > (?, ?) AND %3$s
                 ORDER BY %5$s.pos, %5$s.seq LIMIT ?),
            last AS (SELECT pos, seq, count(*) OVER () AS rows FROM walked ORDER BY pos DESC, seq DESC LIMIT 1),
            hits AS (SELECT pos, seq FROM walked WHERE visible ORDER BY pos, seq LIMIT ?)
            SELECT last.pos AS last_pos, last.seq AS last_seq, last.rows, hits.pos, hits.seq, l.id, l.type,
                   l.subject_type, l.subject, l.subject_version, l.division, %6$s AS actor, l.occurred_at, %4$s AS data
              FROM last LEFT JOIN hits ON true LEFT JOIN event_log l ON l.seq = hits.seq
             ORDER BY hits.pos, hits.seq
            """;

    /** One viewer of {@link #among}; the first column says which. */
    private static final String SEEN_BY = """
            SELECT %d AS viewer, l.pos, l.seq, l.id, l.type, l.subject_type, l.subject, l.subject_version, l.division,
                   %s AS actor, l.occurred_at, %s AS data
              FROM event_log l WHERE l.seq = ANY (?) AND (%s)""";

    private static final String HEADS = """
            SELECT pos, seq, subject FROM event_log WHERE pos < log_horizon() AND (pos, seq) > (?, ?)
             ORDER BY pos, seq LIMIT ?""";

    private static final String END =
            "SELECT pos, seq FROM event_log WHERE pos < log_horizon() ORDER BY pos DESC, seq DESC LIMIT 1";

    private final Jdbc jdbc;

    private final LogAccess access;

    ChangeFeed(DataSource database, LogAccess access) {
        this.jdbc = Jdbc.of(database);
        this.access = access;
    }

    /** What was found, where to go on, and whether there may be more. */
    public record Walk(List<Change> changes, FeedCursor next, boolean more) {}

    Walk read(Caller caller, Set<String> types, FeedCursor from, int limit) {
        Visibility visibility = visibility(caller, types).orElse(null);
        if (visibility == null) {
            return new Walk(List.of(), from, false);
        }
        return walk(visibility, from, limit);
    }

    /**
     * The same for a part of the log that a caller sees for another reason than the division.
     *
     * @param index a condition over {@code event_log l} that an index starts with, or {@code true}
     */
    public Walk read(SqlCondition index, SqlCondition rows, RowAccess seenBy, FeedCursor from, int limit) {
        SqlCondition order = seenBy.party()
                .map(party -> SqlCondition.of("p.party = ?", party).and(index))
                .orElse(index);
        return walk(new Visibility(order, rows, seenBy), from, limit);
    }

    /** A final row of the log, whoever may see it. */
    public record Head(FeedCursor position, UUID subject) {}

    /** What has become final behind a place. For whoever then asks {@link #among} who may see it. */
    public List<Head> heads(FeedCursor after, int limit) {
        return jdbc.list(
                HEADS,
                row -> new Head(
                        new FeedCursor(row.getLong("pos"), row.getLong("seq")), row.getObject("subject", UUID.class)),
                after.pos(),
                after.seq(),
                limit);
    }

    /** The last final row. */
    public FeedCursor end() {
        return jdbc.first(END, row -> new FeedCursor(row.getLong("pos"), row.getLong("seq")))
                .orElse(FeedCursor.BEGINNING);
    }

    /** Whoever may see some of these rows: what of them, and how they see it. */
    public record Viewer(List<Long> seqs, SqlCondition rows, RowAccess access) {}

    /** What each viewer sees, in the order of the log and of the viewers: one statement for all of them. */
    public List<List<Change>> among(List<Viewer> viewers) {
        List<List<Change>> seen = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Viewer viewer : viewers) {
            parts.add(SEEN_BY.formatted(
                    seen.size(),
                    viewer.access.actor().sql(),
                    viewer.access.data().sql(),
                    viewer.rows.sql()));
            values.addAll(viewer.access.actor().values());
            values.addAll(viewer.access.data().values());
            values.add(viewer.seqs);
            values.addAll(viewer.rows.values());
            seen.add(new ArrayList<>());
        }
        jdbc.list(
                String.join(" UNION ALL ", parts) + " ORDER BY viewer, pos, seq",
                row -> seen.get(row.getInt("viewer")).add(change(row)),
                values.toArray());
        return seen;
    }

    Optional<Visibility> visibility(Caller caller, Set<String> types) {
        return Visibility.of(caller, access.of(caller), () -> access.elsewhere(caller), types);
    }

    private Walk walk(Visibility visibility, FeedCursor from, int limit) {
        List<Change> changes = new ArrayList<>();
        FeedCursor cursor = from;
        int window = limit * FIRST_WINDOW_PER_ITEM;
        for (int walked = 0; walked < LONGEST_WALK; window = NEXT_WINDOW) {
            Window seen = window(visibility, cursor, window, limit - changes.size());
            changes.addAll(seen.hits);
            if (changes.size() == limit) {
                return new Walk(changes, changes.getLast().position(), true);
            }
            cursor = seen.end == null ? cursor : seen.end;
            if (seen.rows < window) {
                return new Walk(changes, cursor, false);
            }
            walked += seen.rows;
        }
        return new Walk(changes, cursor, true);
    }

    private record Window(List<Change> hits, @Nullable FeedCursor end, int rows) {}

    private Window window(Visibility visibility, FeedCursor from, int window, int wanted) {
        List<Found> found = jdbc.list(
                sql(visibility),
                row -> new Found(
                        row.getObject("id") == null ? null : change(row),
                        new FeedCursor(row.getLong("last_pos"), row.getLong("last_seq")),
                        row.getInt("rows")),
                values(visibility, from, window, wanted).toArray());
        List<Change> hits =
                found.stream().flatMap(row -> Stream.ofNullable(row.change())).toList();
        return found.isEmpty()
                ? new Window(hits, null, 0)
                : new Window(hits, found.getFirst().end(), found.getFirst().rows());
    }

    /** A row of the answer; without a change where a window shows none. */
    private record Found(@Nullable Change change, FeedCursor end, int rows) {}

    static String sql(Visibility visibility) {
        return WALK.formatted(
                visibility.filter().sql(),
                visibility.byParty() ? "event_log_party p JOIN event_log l ON l.seq = p.seq" : "event_log l",
                visibility.index().sql(),
                visibility.access().data().sql(),
                visibility.byParty() ? "p" : "l",
                visibility.access().actor().sql());
    }

    static List<Object> values(Visibility visibility, FeedCursor from, int window, int wanted) {
        List<Object> values = new ArrayList<>(visibility.filter().values());
        values.add(from.pos());
        values.add(from.seq());
        values.addAll(visibility.index().values());
        values.add(window);
        values.add(wanted);
        values.addAll(visibility.access().actor().values());
        values.addAll(visibility.access().data().values());
        return values;
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getLong("subject_version"),
                row.getString("division"),
                row.getString("actor"),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getString("data"),
                null,
                new FeedCursor(row.getLong("pos"), row.getLong("seq")));
    }
}

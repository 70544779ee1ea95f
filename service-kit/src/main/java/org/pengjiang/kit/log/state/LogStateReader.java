package org.pengjiang.kit.log.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes one look at the log, at a bounded cost whatever has piled up. */
@ApplicationScoped
class LogStateReader {
    /** In a backlog nobody needs the exact number, and counting it would make the trouble worse. */
    static final int MOST = 1_000;

    private static final String LOOK = """
            WITH cursor AS (SELECT pos, seq FROM log_cursor WHERE name = 'kafka'),
            holder AS (
                SELECT coalesce(datname, '') || ' ' || coalesce(application_name, '') || ' pid ' || pid AS who,
                       extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds
                  FROM pg_stat_activity
                 WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()
                 ORDER BY age(backend_xid) DESC LIMIT 1)
            SELECT (SELECT count(*) FROM (SELECT 1 FROM event_log WHERE pos >= log_horizon() LIMIT %1$d) r) AS behind,
                   coalesce((SELECT who FROM holder), '') AS holder,
                   coalesce((SELECT seconds FROM holder), 0) AS holder_seconds,
                   (SELECT count(*) FROM (
                       SELECT 1 FROM event_log e
                        WHERE (e.pos, e.seq) > ((SELECT pos FROM cursor), (SELECT seq FROM cursor))
                          AND e.pos < log_horizon() LIMIT %1$d) r) AS unsent,
                   (SELECT max(seq) FROM event_log) - (SELECT seq FROM cursor) AS distance,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - e.recorded_at)::float8 FROM event_log e
                              WHERE (e.pos, e.seq) > ((SELECT pos FROM cursor), (SELECT seq FROM cursor))
                                AND e.pos < log_horizon() ORDER BY e.pos, e.seq LIMIT 1), 0) AS unsent_seconds,
                   (SELECT count(*) FROM (SELECT 1 FROM parked_event LIMIT %1$d) p) AS parked,
                   (SELECT count(*) FROM (SELECT 1 FROM refused_event LIMIT %1$d) r) AS refused,
                   coalesce((SELECT max(pos) FROM event_log), 0)
                       >= log_origin() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS ahead
            """.formatted(MOST);

    private final DataSource database;

    LogStateReader(DataSource database) {
        this.database = database;
    }

    LogState look() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LOOK);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new LogState(
                    row.getLong("behind"),
                    row.getString("holder"),
                    row.getDouble("holder_seconds"),
                    row.getLong("unsent") < MOST ? row.getLong("unsent") : Math.max(MOST, row.getLong("distance")),
                    row.getDouble("unsent_seconds"),
                    row.getLong("parked"),
                    row.getLong("refused"),
                    row.getBoolean("ahead"));
        }
    }
}

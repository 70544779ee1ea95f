package org.pengjiang.appeal.model.filing;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.LoggedAggregate;

/** The newest version of an appeal that its partner's system has sent, whatever was in it. */
@ApplicationScoped
public class SourceVersions {
    private static final String NEWEST = """
            SELECT max(version) FROM (SELECT version FROM source_version_sent WHERE appeal_id = ?
                                      UNION ALL SELECT source_version FROM appeal WHERE id = ?) sent (version)""";

    private static final String NOTE = """
            INSERT INTO source_version_sent AS s (appeal_id, version) VALUES (?, ?)
            ON CONFLICT (appeal_id) DO UPDATE SET version = greatest(s.version, excluded.version)""";

    private final Jdbc jdbc;

    SourceVersions(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Notes one that is sent. */
    public long newest(LoggedAggregate appeal, long sent) {
        // none is 0, and none is below it
        long before = jdbc.first(NEWEST, row -> row.getLong(1), appeal.id(), appeal.id())
                .orElse(0L);
        if (sent > before) {
            jdbc.update(NOTE, appeal.id(), sent);
        }
        return Math.max(before, sent);
    }
}

package org.pengjiang.project.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;

/** The history of one project, which is its part of the event log; what is private there stays there. */
@ApplicationScoped
class Timeline {
    private static final Keyset OLDEST_FIRST = Keyset.ascending("l.subject_version::bigint");
    private static final String ENTRIES = """
            SELECT l.id, l.subject_version, l.type, l.occurred_at, l.actor, l.actor_role, l.data
            FROM event_log l
            WHERE l.subject = ? AND l.audience <> 'INTERNAL' AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;
    private final ObjectMapper json;

    Timeline(DataSource database, Paging paging, ObjectMapper json) {
        this.database = database;
        this.paging = paging;
        this.json = json;
    }

    Page<TimelineEntry> of(UUID project, PageRequest request) {
        KeysetPage page = paging.start(request, OLDEST_FIRST, project);
        String sql = ENTRIES.formatted(page.condition(), page.orderBy());
        return page.of(read(sql, project, page), entry -> List.of(entry.version()));
    }

    private List<TimelineEntry> read(String sql, UUID project, KeysetPage page) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            query.setObject(++index, project);
            for (String value : page.parameters()) {
                query.setString(++index, value);
            }
            query.setInt(++index, page.fetch());
            List<TimelineEntry> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the timeline cannot be read", e);
        }
    }

    private TimelineEntry entry(ResultSet row) throws SQLException, JsonProcessingException {
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                row.getLong("subject_version"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_role"),
                json.readTree(row.getString("data")));
    }
}

package org.pengjiang.kit.log.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.access.RowAccess;

/**
 * Reads the history of one aggregate, oldest first. Whether the caller may see the aggregate at all is asked before, by its
 * repository. What is private in a row stays there.
 */
@ApplicationScoped
public class Timeline {
    private static final Keyset OLDEST_FIRST = Keyset.ascending("l.subject_version::bigint");
    private static final String ENTRIES = """
            SELECT l.id, l.subject_version, l.type, l.occurred_at, %s AS actor, l.actor_role, %s AS data
            FROM event_log l
            WHERE l.subject = ? AND %s AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final Jdbc jdbc;
    private final LogAccess access;
    private final Paging paging;
    private final ObjectMapper json;

    Timeline(DataSource database, LogAccess access, Paging paging, ObjectMapper json) {
        this.jdbc = Jdbc.of(database);
        this.access = access;
        this.paging = paging;
        this.json = json;
    }

    /** What the reader also sees of it in the feed; a party neither other rows than its own nor who acted. */
    public Page<TimelineEntry> of(Caller reader, UUID subject, PageRequest request) {
        RowAccess shown = access.of(reader);
        KeysetPage page = shown.party()
                .map(party -> paging.start(request, OLDEST_FIRST, subject, party))
                .orElseGet(() -> paging.start(request, OLDEST_FIRST, subject));
        return page.of(
                read(subject, shown, page),
                entry -> List.of(entry.version()),
                entry -> shown.showsActor() ? entry : entry.withoutActor());
    }

    private List<TimelineEntry> read(UUID subject, RowAccess shown, KeysetPage page) {
        String sql = ENTRIES.formatted(
                shown.actor().sql(), shown.data().sql(), shown.rows().sql(), page.condition(), page.orderBy());
        List<Object> values = new ArrayList<>(shown.actor().values());
        values.addAll(shown.data().values());
        values.add(subject);
        values.addAll(shown.rows().values());
        values.addAll(page.parameters());
        values.add(page.fetch());
        return jdbc.list(sql, this::entry, values.toArray());
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                row.getLong("subject_version"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_role"),
                data(row.getString("data")));
    }

    private JsonNode data(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds JSON alone", e);
        }
    }
}

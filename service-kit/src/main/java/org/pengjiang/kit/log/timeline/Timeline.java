package org.pengjiang.kit.log.timeline;

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

/**
 * Reads the history of one aggregate, oldest first. Whether the caller may see the aggregate at all is asked before, by its
 * repository. What is private in a row stays there.
 */
@ApplicationScoped
public class Timeline {
    private static final Keyset OLDEST_FIRST = Keyset.ascending("l.subject_version::bigint");
    private static final String FOR_STAFF = "l.audience <> 'INTERNAL'";
    private static final String FOR_PARTY = "l.audience IN ('PARTY', 'RESTRICTED') AND ? = ANY (l.party || l.parties)";
    private static final String ENTRIES = """
            SELECT l.id, l.subject_version, l.type, l.occurred_at, l.actor, l.actor_role, %s AS data
            FROM event_log l
            WHERE l.subject = ? AND %s AND %s
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

    /** Everything but what is for auditors alone. */
    public Page<TimelineEntry> of(UUID subject, PageRequest request) {
        KeysetPage page = paging.start(request, OLDEST_FIRST, subject);
        return page.of(read("l.data", FOR_STAFF, List.of(subject), page), entry -> List.of(entry.version()));
    }

    /** Only the rows that name this party, and not who acted: what it also sees in its own change feed. */
    public Page<TimelineEntry> forParty(String party, UUID subject, PageRequest request) {
        KeysetPage page = paging.start(request, OLDEST_FIRST, subject, party);
        return page.of(
                read("coalesce(l.party_data, l.data)", FOR_PARTY, List.of(subject, party), page),
                entry -> List.of(entry.version()),
                TimelineEntry::withoutActor);
    }

    private List<TimelineEntry> read(String data, String audience, List<Object> values, KeysetPage page) {
        String sql = ENTRIES.formatted(data, audience, page.condition(), page.orderBy());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : values) {
                query.setObject(++index, value);
            }
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

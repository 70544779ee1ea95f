package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;

/** Reads parked events for those who may see their division; what names none is every administrator's to mend. */
@ApplicationScoped
class ParkedEventList {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = """
            SELECT id, consumer, subject, event_id, type, division, reason, tries, parked_at,
                   topic || '/' || partition_no || '/' || offset_no AS place
              FROM parked_event
             WHERE (division IS NULL OR starts_with(division, ?))""";

    private final DataSource database;

    ParkedEventList(DataSource database) {
        this.database = database;
    }

    List<ParkedEvent> after(DivisionScope scope, @Nullable UUID id, int limit) {
        return query(scope, " AND id > ? ORDER BY id LIMIT " + limit, id == null ? BEFORE_ALL : id);
    }

    Optional<ParkedEvent> find(DivisionScope scope, UUID id) {
        return query(scope, " AND id = ?", id).stream().findFirst();
    }

    private List<ParkedEvent> query(DivisionScope scope, String condition, UUID id) {
        DivisionCode root = scope.root().orElse(null);
        if (root == null) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + condition)) {
            query.setString(1, root.value());
            query.setObject(2, id);
            List<ParkedEvent> events = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    private static ParkedEvent event(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getObject("subject", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("division"),
                Reason.valueOf(row.getString("reason")),
                row.getInt("tries"),
                row.getObject("parked_at", OffsetDateTime.class),
                row.getString("place"));
    }
}

package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;

/** Reads parked events for those who may see them. */
@ApplicationScoped
class ParkedEventList {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = """
            SELECT id, consumer, subject, event_id, type, division, reason, tries, parked_at,
                   topic || '/' || partition_no || '/' || offset_no AS place
              FROM parked_event
             WHERE %s""".formatted(ParkedEventScope.CONDITION);

    private final Jdbc jdbc;

    ParkedEventList(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    List<ParkedEvent> after(ParkedEventScope scope, @Nullable UUID id, int limit) {
        return query(scope, " AND id > ? ORDER BY id LIMIT " + limit, id == null ? BEFORE_ALL : id);
    }

    Optional<ParkedEvent> find(ParkedEventScope scope, UUID id) {
        return query(scope, " AND id = ?", id).stream().findFirst();
    }

    private List<ParkedEvent> query(ParkedEventScope scope, String condition, UUID id) {
        return jdbc.list(COLUMNS + condition, ParkedEventList::event, scope.isOfAll(), scope.root(), id);
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

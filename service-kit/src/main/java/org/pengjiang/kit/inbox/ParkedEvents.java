package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Ids;

/** Events that wait for a person: what could not be applied, and every later one of its subject. */
@ApplicationScoped
class ParkedEvents {
    private static final int LONGEST_FAILURE = 2_000;
    private static final String INSERT = """
            INSERT INTO parked_event (id, consumer, subject, event_id, type, division, sequence, topic, partition_no,
                                      offset_no, headers, payload, reason, failure, tries)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (consumer, event_id) DO NOTHING
            """;
    private static final String FIRST = """
            SELECT id, topic, partition_no, offset_no, subject, headers, payload FROM parked_event
             WHERE consumer = ? AND subject = ?
             ORDER BY sequence, topic, partition_no, offset_no LIMIT 1
            """;

    private static final String BY_ID = """
            SELECT id, consumer, topic, partition_no, offset_no, subject, headers, payload, reason, parked_at
              FROM parked_event WHERE id = ?
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final MessageReader reader;

    ParkedEvents(DataSource database, ObjectMapper json, MessageReader reader) {
        this.database = database;
        this.json = json;
        this.reader = reader;
    }

    record Parked(UUID id, Message message) {}

    /** All that is known of one. */
    record Row(UUID id, String consumer, Message message, String headers, Reason reason, OffsetDateTime parkedAt) {}

    boolean holds(String consumer, UUID subject) {
        return count(consumer, subject) > 0;
    }

    int count(String consumer, UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*) FROM parked_event WHERE consumer = ? AND subject = ?")) {
            query.setString(1, consumer);
            query.setObject(2, subject);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    void park(String consumer, Message message, Reason reason, @Nullable String failure, int tries) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, Ids.next());
            insert.setString(2, consumer);
            insert.setObject(3, message.key());
            insert.setObject(4, message.eventId());
            insert.setString(5, message.type());
            insert.setString(6, division(message));
            insert.setLong(7, message.sequence());
            insert.setString(8, message.topic());
            insert.setInt(9, message.partition());
            insert.setLong(10, message.offset());
            insert.setString(11, json.writeValueAsString(message.headers()));
            insert.setBytes(12, message.payload());
            insert.setString(13, reason.name());
            insert.setString(14, failure == null ? null : ForeignText.clean(failure, LONGEST_FAILURE));
            insert.setInt(15, tries);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts turns into JSON", e);
        }
    }

    private static @Nullable String division(Message message) {
        ReceivedEvent event = message.event();
        return event == null ? null : event.division().value();
    }

    /** The one that comes first by sequence, not by arrival. */
    Optional<Parked> first(String consumer, UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIRST)) {
            query.setString(1, consumer);
            query.setObject(2, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(parked(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    Optional<Row> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_ID)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                id,
                                row.getString("consumer"),
                                parked(row).message(),
                                row.getString("headers"),
                                Reason.valueOf(row.getString("reason")),
                                row.getObject("parked_at", OffsetDateTime.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    private Parked parked(ResultSet row) throws SQLException {
        try {
            Map<String, String> headers =
                    json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {});
            Message message = reader.read(
                    row.getString("topic"),
                    row.getInt("partition_no"),
                    row.getLong("offset_no"),
                    row.getObject("subject", UUID.class).toString(),
                    headers,
                    row.getBytes("payload"));
            return new Parked(row.getObject("id", UUID.class), message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parked_event.headers is what park() wrote", e);
        }
    }

    void delete(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM parked_event WHERE id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }
}

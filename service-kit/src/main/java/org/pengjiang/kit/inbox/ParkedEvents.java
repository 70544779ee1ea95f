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

/**
 * The dead letters of a service: events that could not be applied, and every later event of their subjects. They wait for
 * a replay.
 */
@ApplicationScoped
class ParkedEvents {
    private static final int LONGEST_FAILURE = 2_000;
    private static final String INSERT = """
            WITH subject AS (
                INSERT INTO parked_subject (consumer, subject, tries, next_try_at, tried_by)
                VALUES (?, ?, 0, CASE WHEN ? THEN 'infinity' ELSE clock_timestamp() + ? * interval '1 millisecond' END,
                        ARRAY[?::text])
                ON CONFLICT DO NOTHING)
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
    private final ParkedSubjects subjects;
    private final InboxConfig config;
    private final RunningVersion version;

    ParkedEvents(
            DataSource database,
            ObjectMapper json,
            MessageReader reader,
            ParkedSubjects subjects,
            InboxConfig config,
            RunningVersion version) {
        this.database = database;
        this.json = json;
        this.reader = reader;
        this.subjects = subjects;
        this.config = config;
        this.version = version;
    }

    record Parked(UUID id, Message message) {}

    /** All that is known of one. */
    record Row(UUID id, String consumer, Message message, String headers, Reason reason, OffsetDateTime parkedAt) {}

    boolean holds(String consumer, UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM parked_event WHERE consumer = ? AND subject = ? LIMIT 1")) {
            query.setString(1, consumer);
            query.setObject(2, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
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
            insert.setString(1, consumer);
            insert.setObject(2, message.key());
            // what cannot be read waits for a new version of the service
            insert.setBoolean(3, reason == Reason.MALFORMED);
            insert.setLong(4, config.parked().retryFirst().toMillis());
            insert.setString(5, version.text());
            insert.setObject(6, Ids.next());
            insert.setString(7, consumer);
            insert.setObject(8, message.key());
            insert.setObject(9, message.eventId());
            insert.setString(10, message.type());
            insert.setString(11, division(message));
            insert.setLong(12, message.sequence());
            insert.setString(13, message.topic());
            insert.setInt(14, message.partition());
            insert.setLong(15, message.offset());
            insert.setString(16, json.writeValueAsString(message.headers()));
            insert.setBytes(17, message.payload());
            insert.setString(18, reason.name());
            insert.setString(19, failure == null ? null : ForeignText.clean(failure, LONGEST_FAILURE));
            insert.setInt(20, tries);
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

    /** Under the lock of its subject. */
    void delete(String consumer, UUID subject, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM parked_event WHERE id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
        subjects.forgetEmpty(consumer, subject);
    }
}

package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;
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

    private final Jdbc jdbc;
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
        this.jdbc = Jdbc.of(database);
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
        return jdbc.exists("SELECT 1 FROM parked_event WHERE consumer = ? AND subject = ? LIMIT 1", consumer, subject);
    }

    int count(String consumer, UUID subject) {
        return jdbc.first(
                        "SELECT count(*) FROM parked_event WHERE consumer = ? AND subject = ?",
                        row -> row.getInt(1),
                        consumer,
                        subject)
                .orElseThrow();
    }

    void park(String consumer, Message message, Reason reason, @Nullable String failure, int tries) {
        jdbc.update(
                INSERT,
                consumer,
                message.key(),
                // what cannot be read waits for a new version of the service
                reason == Reason.MALFORMED,
                config.parked().retryFirst().toMillis(),
                version.text(),
                Ids.next(),
                consumer,
                message.key(),
                message.eventId(),
                message.type(),
                division(message),
                message.sequence(),
                message.topic(),
                message.partition(),
                message.offset(),
                headers(message),
                message.payload(),
                reason,
                failure == null ? null : ForeignText.clean(failure, LONGEST_FAILURE),
                tries);
    }

    private String headers(Message message) {
        try {
            return json.writeValueAsString(message.headers());
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
        return jdbc.first(FIRST, this::parked, consumer, subject);
    }

    Optional<Row> find(UUID id) {
        return jdbc.first(
                BY_ID,
                row -> new Row(
                        id,
                        row.getString("consumer"),
                        parked(row).message(),
                        row.getString("headers"),
                        Reason.valueOf(row.getString("reason")),
                        row.getObject("parked_at", OffsetDateTime.class)),
                id);
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
        jdbc.update("DELETE FROM parked_event WHERE id = ?", id);
        subjects.forgetEmpty(consumer, subject);
    }
}

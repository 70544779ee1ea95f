package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;

/** Takes letters in, on the connection of the change that they speak of. They are sent after its commit. */
@ApplicationScoped
public class Notices {
    private static final String INSERT = """
            INSERT INTO notice (id, division, province, city, district, town, recipient_kind, recipient, cause, occasion, task,
                                subject_type, subject, kind, arguments, link, due_at, provisional, urgent, created_at,
                                held_until, state, attempts, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, now())
            ON CONFLICT ON CONSTRAINT notice_once DO NOTHING
            """;

    private final WorkingHours hours;

    Notices(WorkingHours hours) {
        this.hours = hours;
    }

    /** Queued already (same cause, occasion and recipient): nothing happens. */
    public void queue(Connection connection, Letter letter, Recipient recipient) throws SQLException {
        Instant now = hours.now();
        DivisionCode division = letter.division();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int i = 1;
            insert.setObject(i++, Ids.next());
            insert.setString(i++, division.value());
            insert.setString(i++, division.province());
            insert.setString(i++, division.city().orElse(null));
            insert.setString(i++, division.district().orElse(null));
            insert.setString(i++, division.town().orElse(null));
            insert.setString(i++, recipient.kind().name());
            insert.setString(i++, recipient.name());
            insert.setObject(i++, letter.cause());
            insert.setString(i++, letter.occasion());
            insert.setObject(i++, letter.task());
            insert.setString(i++, letter.subjectType());
            insert.setObject(i++, letter.subject());
            insert.setString(i++, letter.kind());
            insert.setArray(
                    i++, connection.createArrayOf("text", letter.arguments().toArray()));
            insert.setString(i++, letter.link());
            bind(insert, i++, letter.dueAt());
            insert.setBoolean(i++, letter.provisional());
            insert.setBoolean(i++, letter.urgent());
            bind(insert, i++, now);
            bind(insert, i, hours.heldUntil(division, letter.urgent(), now));
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Instant moment) throws SQLException {
        statement.setObject(
                index,
                moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}

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
    public void queue(Connection connection, Notice notice, Recipient recipient) throws SQLException {
        Instant now = hours.now();
        DivisionCode division = notice.division();
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
            insert.setObject(i++, notice.cause());
            insert.setString(i++, notice.occasion());
            insert.setObject(i++, notice.task());
            insert.setString(i++, notice.subjectType());
            insert.setObject(i++, notice.subject());
            insert.setString(i++, notice.kind());
            insert.setArray(
                    i++, connection.createArrayOf("text", notice.arguments().toArray()));
            insert.setString(i++, notice.link());
            bind(insert, i++, notice.dueAt());
            insert.setBoolean(i++, notice.provisional());
            insert.setBoolean(i++, notice.urgent());
            bind(insert, i++, now);
            bind(insert, i, hours.heldUntil(division, notice.urgent(), now));
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

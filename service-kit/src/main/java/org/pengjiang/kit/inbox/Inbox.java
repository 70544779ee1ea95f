package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/** What this service has applied. Every statement runs in the transaction of the effect. */
@ApplicationScoped
class Inbox {
    private static final String INSERT_UNLESS_PARKED = """
            INSERT INTO inbox (consumer, event_id)
            SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM parked_event WHERE consumer = ? AND subject = ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String FOLLOW = """
            UPDATE inbox_sequence SET sequence = ?, gaps_allowed = gaps_allowed - (? - 1 - sequence)
             WHERE consumer = ? AND subject = ? AND sequence BETWEEN ? - 1 - gaps_allowed AND ? - 1
            """;
    private static final String IS_NEXT = """
            SELECT 1 FROM inbox_sequence
             WHERE consumer = ? AND subject = ? AND sequence BETWEEN ? - 1 - gaps_allowed AND ? - 1
            """;
    private static final String ALLOW_GAP = """
            INSERT INTO inbox_sequence (consumer, subject, sequence, gaps_allowed) VALUES (?, ?, 0, 1)
            ON CONFLICT (consumer, subject) DO UPDATE SET gaps_allowed = inbox_sequence.gaps_allowed + 1
            """;
    private static final String BEGIN =
            "INSERT INTO inbox_sequence (consumer, subject, sequence) VALUES (?, ?, 1) ON CONFLICT DO NOTHING";

    private final DataSource database;
    private final Jdbc jdbc;

    Inbox(DataSource database) {
        this.database = database;
        this.jdbc = Jdbc.of(database);
    }

    /** False when the event stands here already, or an earlier one of its subject is parked. */
    boolean insertUnlessParked(String consumer, UUID event, UUID subject) {
        return jdbc.update(INSERT_UNLESS_PARKED, consumer, event, consumer, subject) == 1;
    }

    /** False when it stands here already. */
    boolean insert(String consumer, UUID event) {
        return jdbc.update(
                        "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING", consumer, event)
                == 1;
    }

    boolean contains(String consumer, UUID event) {
        return jdbc.exists("SELECT 1 FROM inbox WHERE consumer = ? AND event_id = ?", consumer, event);
    }

    /** Notes the subject's next event; false when one before it is missing, or this one was noted before. */
    boolean follows(String consumer, UUID subject, long sequence) {
        return jdbc.update(FOLLOW, sequence, sequence, consumer, subject, sequence, sequence) == 1
                || (sequence == 1 && jdbc.update(BEGIN, consumer, subject) == 1);
    }

    /** Whether {@link #follows} would note it. */
    boolean isNext(String consumer, UUID subject, long sequence) {
        return jdbc.exists(IS_NEXT, consumer, subject, sequence, sequence)
                || (sequence == 1 && !isNoted(consumer, subject, 0));
    }

    /** One of the subject's events will never come, and nobody knows which. */
    void allowGap(String consumer, UUID subject) {
        jdbc.update(ALLOW_GAP, consumer, subject);
    }

    boolean isNoted(String consumer, UUID subject, long sequence) {
        return jdbc.exists(
                "SELECT 1 FROM inbox_sequence WHERE consumer = ? AND subject = ? AND sequence >= ?",
                consumer,
                subject,
                sequence);
    }

    /** One at a time per consumer and subject, until the end of the transaction: replay and parking exclude each other. */
    void lock(String consumer, UUID subject) {
        jdbc.exists("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", consumer + " " + subject);
    }

    /** Whether the database is there at all. */
    boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}

package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * The queue of letters. A claim is a lease: it moves the next attempt to the end of the lease, so a sender that dies
 * gives its letters back by doing nothing. What a sender says about a letter counts only while it holds the claim. Each
 * method is one statement and one short transaction. No transaction is open while the mail server is spoken to.
 */
@ApplicationScoped
class NoticeStore {
    private static final String CLAIM = """
            UPDATE notice n SET claim = ?, attempts = attempts + 1, next_attempt_at = now() + ? * interval '1 millisecond'
             WHERE id IN (SELECT id FROM notice WHERE next_attempt_at <= now() AND held_until <= ?
                           ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING id, division, recipient_kind, recipient, occasion, kind, arguments, link, due_at, provisional, urgent,
                      attempts, coalesce((SELECT t.done_at IS NOT NULL FROM task t WHERE t.id = n.task), FALSE) AS overtaken
            """;
    private static final int MOST_COUNTED = 10_000;
    private static final String WAITING = """
            SELECT count(*) FROM (SELECT 1 FROM notice WHERE next_attempt_at IS NOT NULL LIMIT %d) n
            """.formatted(MOST_COUNTED);
    private static final String SETTLE = """
            UPDATE notice SET state = ?, why = ?, channel = ?, settled_at = ?, next_attempt_at = NULL, claim = NULL
             WHERE id = ? AND claim = ?
            """;
    private static final String POSTPONE = """
            UPDATE notice SET state = 'FAILED', why = ?, channel = ?, claim = NULL, held_until = ?,
                              next_attempt_at = now() + ? * interval '1 millisecond'
             WHERE id = ? AND claim = ?
            """;
    private static final String RELEASE = """
            UPDATE notice SET attempts = attempts - 1, claim = NULL, next_attempt_at = now() + ? * interval '1 millisecond'
             WHERE id = ? AND claim = ?
            """;

    private final DataSource database;

    NoticeStore(DataSource database) {
        this.database = database;
    }

    List<PendingNotice> claim(int limit, Duration lease, Instant now) throws SQLException {
        UUID claim = UUID.randomUUID();
        List<PendingNotice> claimed = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, claim);
            update.setLong(2, lease.toMillis());
            update.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            update.setInt(4, limit);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    claimed.add(notice(row, claim));
                }
            }
        }
        return claimed;
    }

    private static PendingNotice notice(ResultSet row, UUID claim) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new PendingNotice(
                row.getObject("id", UUID.class),
                claim,
                DivisionCode.parse(row.getString("division")),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("occasion"),
                row.getString("kind"),
                Arrays.asList((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                due == null ? null : due.toInstant(),
                row.getBoolean("provisional"),
                row.getBoolean("urgent"),
                row.getInt("attempts"),
                row.getBoolean("overtaken"));
    }

    /** Nothing more is tried. */
    boolean settle(PendingNotice notice, NoticeState state, @Nullable String why, String channel, Instant now)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(SETTLE)) {
            update.setString(1, state.name());
            update.setString(2, why);
            update.setString(3, channel);
            update.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            update.setObject(5, notice.id());
            update.setObject(6, notice.claim());
            return update.executeUpdate() == 1;
        }
    }

    /** Failed this time. */
    boolean postpone(PendingNotice notice, String why, String channel, Duration pause, Instant heldUntil)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setString(1, why);
            update.setString(2, channel);
            update.setObject(3, OffsetDateTime.ofInstant(heldUntil, ZoneOffset.UTC));
            update.setLong(4, pause.toMillis());
            update.setObject(5, notice.id());
            update.setObject(6, notice.claim());
            return update.executeUpdate() == 1;
        }
    }

    /** Claimed and not tried. */
    void release(PendingNotice notice, Duration pause) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setLong(1, pause.toMillis());
            update.setObject(2, notice.id());
            update.setObject(3, notice.claim());
            update.executeUpdate();
        }
    }

    /** Counted up to {@link #MOST_COUNTED}: every sender asks every other second. */
    long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

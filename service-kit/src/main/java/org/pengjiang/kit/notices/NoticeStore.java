package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

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

    private final Jdbc jdbc;

    NoticeStore(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    List<PendingNotice> claim(int limit, Duration lease, Instant now) {
        UUID claim = UUID.randomUUID();
        return jdbc.list(CLAIM, row -> notice(row, claim), claim, lease.toMillis(), now, limit);
    }

    private static PendingNotice notice(ResultSet row, UUID claim) throws SQLException {
        return new PendingNotice(
                row.getObject("id", UUID.class),
                claim,
                DivisionCode.parse(row.getString("division")),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("occasion"),
                row.getString("kind"),
                Jdbc.texts(row, "arguments"),
                row.getString("link"),
                Jdbc.instant(row, "due_at"),
                row.getBoolean("provisional"),
                row.getBoolean("urgent"),
                row.getInt("attempts"),
                row.getBoolean("overtaken"));
    }

    /** Nothing more is tried. */
    boolean settle(PendingNotice notice, NoticeState state, @Nullable String why, String channel, Instant now) {
        return jdbc.update(SETTLE, state, why, channel, now, notice.id(), notice.claim()) == 1;
    }

    /** Failed this time. */
    boolean postpone(PendingNotice notice, String why, String channel, Duration pause, Instant heldUntil) {
        return jdbc.update(POSTPONE, why, channel, heldUntil, pause.toMillis(), notice.id(), notice.claim()) == 1;
    }

    /** Claimed and not tried. */
    void release(PendingNotice notice, Duration pause) {
        jdbc.update(RELEASE, pause.toMillis(), notice.id(), notice.claim());
    }

    /** Counted up to {@link #MOST_COUNTED}: every sender asks every other second. */
    long waiting() {
        return jdbc.first(WAITING, row -> row.getLong(1)).orElseThrow();
    }
}

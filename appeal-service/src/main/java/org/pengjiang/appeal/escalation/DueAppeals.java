package org.pengjiang.appeal.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Which appeals a sweep has to look at. A claim locks the rows of the appeals and passes over those that somebody else holds,
 * so that a command is never waited for. Of the replicas one at a time claims what is due: side by side they would fire out of
 * order.
 */
@ApplicationScoped
class DueAppeals {
    /** Clocks that are looked at for one claim; several of them may belong to one appeal. */
    private static final int WINDOW = 200;

    private static final String ONE_AT_A_TIME =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('due-clocks', 20260921))";

    static final String DUE = """
            SELECT a.id FROM appeal a
            JOIN (SELECT appeal_id, min(next_fire_at) AS first
                  FROM (SELECT appeal_id, next_fire_at FROM deadline_clock
                        WHERE next_fire_at <= ? AND next_try_at IS NULL
                        ORDER BY next_fire_at LIMIT ?) AS window_of_clocks
                  GROUP BY appeal_id) AS due ON due.appeal_id = a.id
            ORDER BY due.first, a.id
            LIMIT ?
            FOR UPDATE OF a SKIP LOCKED
            """;

    private static final String TO_TRY_AGAIN = """
            SELECT appeal_id FROM deadline_clock
            WHERE next_try_at <= ?
            GROUP BY appeal_id
            ORDER BY min(next_try_at), appeal_id
            LIMIT ?
            """;

    private static final String BEHIND = """
            SELECT a.id FROM appeal a
            WHERE a.division = ?
              AND EXISTS (SELECT 1 FROM deadline_clock c
                          WHERE c.appeal_id = a.id AND c.state IN ('RUNNING', 'PAUSED') AND c.calendar_version = ?
                            AND c.next_try_at IS NULL)
            ORDER BY a.id
            LIMIT ?
            FOR UPDATE OF a SKIP LOCKED
            """;

    /** Ten seconds after the first attempt, then after twice the time, ten minutes at most. */
    private static final String FAILED = """
            UPDATE deadline_clock SET attempts = attempts + 1,
                next_try_at = ?::timestamptz + least(10 * 2 ^ least(attempts, 6), 600) * interval '1 second'
            WHERE appeal_id = ? AND (next_fire_at IS NOT NULL OR state IN ('RUNNING', 'PAUSED'))
            """;

    private static final String WORKED = """
            UPDATE deadline_clock SET attempts = 0, next_try_at = NULL WHERE appeal_id = ? AND next_try_at IS NOT NULL
            """;

    private static final String CALENDARS_IN_USE = """
            SELECT DISTINCT a.division, c.calendar_version
            FROM deadline_clock c JOIN appeal a ON a.id = c.appeal_id
            WHERE c.state IN ('RUNNING', 'PAUSED')
            """;

    private final Jdbc jdbc;

    DueAppeals(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Open clocks of this division still count by this calendar. */
    record InUse(String division, String calendarVersion) {}

    /**
     * Whose clocks are due to fire, the longest overdue first, without those that have broken a sweep; locked until the
     * transaction ends. Nobody, while another replica is at it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> claimDue(Instant by, int most) {
        boolean alone = jdbc.first(ONE_AT_A_TIME, row -> row.getBoolean(1)).orElseThrow();
        return alone ? jdbc.list(DUE, row -> row.getObject(1, UUID.class), by, WINDOW, most) : List.of();
    }

    /** Those that have broken a sweep and are to be tried again; not locked. */
    List<UUID> toTryAgain(Instant by, int most) {
        return jdbc.list(TO_TRY_AGAIN, row -> row.getObject(1, UUID.class), by, most);
    }

    /** Whose clocks count by a calendar that holds no more; locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> claimBehind(InUse calendar, int most) {
        return jdbc.list(
                BEHIND, row -> row.getObject(1, UUID.class), calendar.division(), calendar.calendarVersion(), most);
    }

    /** Left alone for a while by every replica. */
    @Transactional
    void failed(UUID appeal, Instant at) {
        jdbc.update(FAILED, at, appeal);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void worked(UUID appeal) {
        jdbc.update(WORKED, appeal);
    }

    /** How many appeals no sweep could handle. */
    long failing() {
        return jdbc.first(
                        "SELECT count(DISTINCT appeal_id) FROM deadline_clock WHERE next_try_at IS NOT NULL",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** When the next level of any clock is due to fire, or has been. */
    Optional<Instant> firstDue() {
        return jdbc.first(
                "SELECT min(next_fire_at) AS first FROM deadline_clock WHERE next_fire_at IS NOT NULL",
                row -> Jdbc.instant(row, "first"));
    }

    Set<InUse> calendarsInUse() {
        return new LinkedHashSet<>(jdbc.list(CALENDARS_IN_USE, row -> new InUse(row.getString(1), row.getString(2))));
    }
}

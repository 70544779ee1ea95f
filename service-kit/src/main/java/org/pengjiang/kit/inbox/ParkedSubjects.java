package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * When the parked events of each subject are tried again. A claim moves the next try ahead: two replicas never try the same
 * subject, and one that dies meanwhile gives it back by doing nothing. Each method is one statement.
 */
@ApplicationScoped
class ParkedSubjects {
    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT consumer, subject FROM parked_subject
                 WHERE consumer = ANY (?) AND (next_try_at <= clock_timestamp() OR NOT tried_by @> ARRAY[?::text])
                 ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE parked_subject p
               SET tries = p.tries + 1,
                   next_try_at = clock_timestamp()
                       + least(? * power(2, least(p.tries + 1, 30)), ?) * interval '1 millisecond',
                   tried_by = CASE WHEN p.tried_by @> ARRAY[?::text] THEN p.tried_by ELSE p.tried_by || ?::text END
              FROM due WHERE p.consumer = due.consumer AND p.subject = due.subject
            RETURNING p.consumer, p.subject
            """;
    private static final String NOT_BEFORE_A_NEW_VERSION =
            "UPDATE parked_subject SET next_try_at = 'infinity' WHERE consumer = ? AND subject = ?";
    private static final String GIVE_BACK = """
            UPDATE parked_subject SET tries = greatest(tries - 1, 0),
                                      next_try_at = clock_timestamp() + ?::bigint * interval '1 millisecond'
             WHERE consumer = ? AND subject = ?
            """;
    private static final String FORGET_EMPTY = """
            DELETE FROM parked_subject s WHERE consumer = ? AND subject = ?
               AND NOT EXISTS (SELECT 1 FROM parked_event p WHERE p.consumer = s.consumer AND p.subject = s.subject)
            """;
    private static final String ADOPT = """
            INSERT INTO parked_subject (consumer, subject, tries, next_try_at, tried_by)
            SELECT DISTINCT consumer, subject, 0, clock_timestamp(), ARRAY[]::text[] FROM parked_event p
             WHERE NOT EXISTS (SELECT 1 FROM parked_subject s WHERE s.consumer = p.consumer AND s.subject = p.subject)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbc jdbc;

    ParkedSubjects(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    record Claimed(String consumer, UUID subject) {}

    /** One whose time has come, or which this version of the service has not tried yet. */
    Optional<Claimed> claim(List<String> consumers, String version, Duration first, Duration longest) {
        return jdbc.first(
                CLAIM,
                row -> new Claimed(row.getString(1), row.getObject(2, UUID.class)),
                consumers,
                version,
                first.toMillis(),
                longest.toMillis(),
                version,
                version);
    }

    /** It was claimed and not really tried: it comes again after the shortest pause, also where this version had its try. */
    void giveBack(Claimed claimed, Duration pause) {
        jdbc.update(GIVE_BACK, pause.toMillis(), claimed.consumer(), claimed.subject());
    }

    void waitForNewVersion(Claimed claimed) {
        jdbc.update(NOT_BEFORE_A_NEW_VERSION, claimed.consumer(), claimed.subject());
    }

    /** Nothing of it is parked any more. */
    void forgetEmpty(String consumer, UUID subject) {
        jdbc.update(FORGET_EMPTY, consumer, subject);
    }

    /** What a version of the service has parked that does not know this table. */
    void adopt() {
        jdbc.update(ADOPT);
    }
}

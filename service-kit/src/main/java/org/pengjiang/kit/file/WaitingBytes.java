package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * How much one account may have handed in without attaching it: uploads that have only begun are included, and what was handed in for
 * nothing, until it is removed.
 */
@ApplicationScoped
class WaitingBytes {
    /** A small one takes more than its bytes, and there must not be any number of them. */
    private static final long LEAST = 64 << 10;

    private static final String OF_ACCOUNT = """
            SELECT coalesce(sum(greatest(bytes, %d)), 0) FROM (
                SELECT f.size AS bytes FROM file_reference r JOIN stored_file f USING (sha256)
                 WHERE r.uploaded_by = ? AND r.attached_at IS NULL
                UNION ALL
                SELECT CASE WHEN expires_at > ? THEN length ELSE arrived END FROM upload
                 WHERE account = ? AND arrived < length
                UNION ALL
                SELECT f.size FROM given_up_content g JOIN stored_file f USING (sha256)
                 WHERE g.account = ? AND NOT EXISTS (SELECT FROM upload_part p WHERE p.sha256 = g.sha256)
                   AND NOT EXISTS (SELECT FROM file_reference r WHERE r.sha256 = g.sha256)) AS waiting (bytes)
            """.formatted(LEAST);
    private static final String GIVE_UP = """
            INSERT INTO given_up_content (account, sha256) SELECT ?, sha256 FROM stored_file WHERE sha256 = ?
                ON CONFLICT DO NOTHING
            """;
    private static final String LOCK =
            "SELECT true FROM pg_advisory_xact_lock(hashtextextended('waiting-bytes/' || ?, 0))";

    private final Jdbc jdbc;
    private final FileConfig config;
    private final Clock clock;

    WaitingBytes(DataSource database, FileConfig config, Clock clock) {
        this.jdbc = Jdbc.of(database);
        this.config = config;
        this.clock = clock;
    }

    /** @throws DomainException TOO_MANY_REQUESTS; what is attached or has expired makes room */
    void requireRoom(String account, long more) {
        if (ofAccount(account) + more > config.waitingBytes()) {
            throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
        }
    }

    /** Lets the account begin one after the other; until the transaction ends. */
    void lock(String account) {
        jdbc.first(LOCK, row -> row.getBoolean(1), account);
    }

    /** Counts a content that came too late for what it was sent to. */
    void giveUp(FileAddress content, String account) {
        jdbc.update(GIVE_UP, account, content.sha256());
    }

    private long ofAccount(String account) {
        return jdbc.first(OF_ACCOUNT, row -> row.getLong(1), account, Instant.now(clock), account, account)
                .orElseThrow();
    }
}

package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** How much one account may have handed in without attaching it, uploads that have only begun included. */
@ApplicationScoped
class WaitingBytes {
    private static final String OF_ACCOUNT = """
            SELECT (SELECT coalesce(sum(f.size), 0) FROM file_reference r JOIN stored_file f USING (sha256)
                     WHERE r.uploaded_by = ? AND r.attached_at IS NULL)
                 + (SELECT coalesce(sum(length), 0) FROM upload WHERE account = ? AND arrived < length AND expires_at > ?)
            """;

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

    private long ofAccount(String account) {
        return jdbc.first(OF_ACCOUNT, row -> row.getLong(1), account, account, Instant.now(clock))
                .orElseThrow();
    }
}

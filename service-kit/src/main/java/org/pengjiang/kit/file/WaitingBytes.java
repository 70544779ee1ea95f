package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Parameters;
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

    private final DataSource database;
    private final FileConfig config;
    private final Clock clock;

    WaitingBytes(DataSource database, FileConfig config, Clock clock) {
        this.database = database;
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
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OF_ACCOUNT)) {
            new Parameters(connection, query).add(account).add(account).add(Instant.now(clock));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what waits to be attached cannot be added up", e);
        }
    }
}

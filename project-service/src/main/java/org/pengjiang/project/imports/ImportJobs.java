package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.log.AggregateRepository;

/** All imports. */
@ApplicationScoped
class ImportJobs extends AggregateRepository<ImportJob> {
    /** The oldest job with work left that no other replica works on, locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImportJob> claim() {
        return entities()
                .unwrap(Session.class)
                .createSelectionQuery("from ImportJob where status in (CHECKING, RUNNING) order by id", ImportJob.class)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Goes from the file to the database without lying in memory. */
    void keepFile(UUID jobId, UploadedFile file) {
        // the file refers to the job's row
        entities().flush();
        entities().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO import_file (job_id, content) VALUES (?, ?)");
                    InputStream content = file.open()) {
                insert.setObject(1, jobId);
                insert.setBinaryStream(2, content, file.length());
                insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    byte[] file(UUID jobId) {
        return entities().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT content FROM import_file WHERE job_id = ?")) {
                query.setObject(1, jobId);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        });
    }
}

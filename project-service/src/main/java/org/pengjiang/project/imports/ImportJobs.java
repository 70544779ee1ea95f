package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
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

    void keepFile(UUID jobId, byte[] content) {
        entities()
                .createNativeQuery("insert into import_file (job_id, content) values (:job, :content)")
                .setParameter("job", jobId)
                .setParameter("content", content)
                .executeUpdate();
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

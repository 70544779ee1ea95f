package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.OpenApprovals;
import org.pengjiang.kit.approval.OpenApprovals.Join;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.project.model.ProjectApproval;

/** All imports. */
@ApplicationScoped
class ImportJobs extends AggregateRepository<ImportJob> {
    private static final int PIECE = 1 << 20;

    /** A job with work left that no other replica works on: the one whose file is at hand, otherwise the oldest. */
    @Transactional
    Optional<UUID> next(SystemScope scope, @Nullable UUID atHand) {
        return unlocked("order by case when id = :job then 0 else 1 end, id", atHand)
                .map(ImportJob::id);
    }

    /** Locked until the transaction ends; none when it is done, or another replica works on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImportJob> claim(SystemScope scope, UUID id) {
        return unlocked("and id = :job", id);
    }

    private Optional<ImportJob> unlocked(String rest, @Nullable UUID job) {
        return entities()
                .unwrap(Session.class)
                .createSelectionQuery("from ImportJob where status in (CHECKING, RUNNING) " + rest, ImportJob.class)
                .setParameter("job", job, UUID.class)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Waiting for a second person, with a due of that which is not stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Subject> withoutDues(SystemScope scope, int most, Collection<UUID> except) {
        return OpenApprovals.subjectsWithoutDues(
                entities(), Join.bySubject("import_job"), ProjectApproval.IMPORT, most, except);
    }

    /** Goes from the file to the database without lying in memory. */
    void keepFile(ImportJob job, UploadedFile file) {
        // the file refers to the job's row
        entities().flush();
        entities().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO import_file (job_id, content) VALUES (?, ?)");
                    InputStream content = file.open()) {
                insert.setObject(1, job.id());
                insert.setBinaryStream(2, content, file.length());
                insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Piece by piece. */
    @Transactional
    void copyFile(SystemScope scope, UUID jobId, Path to) {
        entities().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT substring(content FROM ? FOR ?) FROM import_file WHERE job_id = ?");
                    OutputStream out = Files.newOutputStream(to)) {
                int from = 1;
                int length = PIECE;
                while (length == PIECE) {
                    query.setInt(1, from);
                    query.setInt(2, PIECE);
                    query.setObject(3, jobId);
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        byte[] piece = row.getBytes(1);
                        out.write(piece);
                        length = piece.length;
                    }
                    from += PIECE;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

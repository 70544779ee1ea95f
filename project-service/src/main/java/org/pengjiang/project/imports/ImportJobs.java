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
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.project.model.ProjectApproval;

/** All imports. */
@ApplicationScoped
class ImportJobs extends AggregateRepository<ImportJob> {
    private static final int PIECE = 1 << 20;
    /** By id alone: one that cannot be read holds up no other. */
    private static final String NEXT = """
            SELECT id FROM import_job WHERE status IN ('CHECKING', 'RUNNING') AND id <> ALL (?::uuid[])
             ORDER BY id IS DISTINCT FROM ?::uuid, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
            """;

    /**
     * A job with work left that no other replica works on: the one whose file is at hand, otherwise the oldest.
     *
     * @param except those that failed a moment ago
     */
    @Transactional
    Optional<UUID> next(SystemScope scope, @Nullable UUID atHand, Collection<UUID> except) {
        return entities()
                .unwrap(Session.class)
                .doReturningWork(connection ->
                        Jdbc.on(connection).first(NEXT, row -> row.getObject(1, UUID.class), except, atHand));
    }

    /** Locked until the transaction ends; none when it is done, or another replica works on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImportJob> claim(SystemScope scope, UUID id) {
        return entities()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from ImportJob where status in (CHECKING, RUNNING) and id = :job", ImportJob.class)
                .setParameter("job", id, UUID.class)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
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

    /** Piece by piece. False when the file is deleted, because the job is done. */
    @Transactional
    boolean copyFile(SystemScope scope, UUID jobId, Path to) {
        return entities().unwrap(Session.class).doReturningWork(connection -> {
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
                        if (!row.next()) {
                            return false;
                        }
                        byte[] piece = row.getBytes(1);
                        out.write(piece);
                        length = piece.length;
                    }
                    from += PIECE;
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

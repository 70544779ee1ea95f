package org.pengjiang.kit.approval;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.jdbc.Jdbc;

/** Looks for open requests along their index. */
public final class OpenApprovals {
    private static final String WITHOUT_DUES = """
            SELECT s.id, s.division FROM approval_request a JOIN %s s ON s.%s
             WHERE a.kind = ? AND a.outcome = 'OPEN' AND a.deadline IS NOT NULL AND s.id <> ALL (?::uuid[])
               AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = s.id AND d.closed_at IS NULL)
             ORDER BY a.id LIMIT ? FOR NO KEY UPDATE OF s SKIP LOCKED
            """;

    private OpenApprovals() {}

    /**
     * The subjects of those with a deadline for which no due is stored, as {@code DueSource.withoutDues} wants them.
     *
     * @param join the table of the subjects, and how it belongs to an approval {@code a}
     */
    public static List<Subject> subjectsWithoutDues(
            EntityManager entities, Join join, ApprovalKind kind, int most, Collection<UUID> except) {
        String sql = WITHOUT_DUES.formatted(join.table(), join.condition());
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> Jdbc.on(connection)
                        .list(
                                sql,
                                row -> new Subject(
                                        row.getObject("id", UUID.class), DivisionCode.parse(row.getString("division"))),
                                kind.name(),
                                except,
                                most));
    }

    /** Where the subjects of a kind stand. */
    public record Join(String table, String condition) {
        /** An approval names its subject. */
        public static Join bySubject(String table) {
            return new Join(table, "id = a.subject");
        }

        /** The approval's subject is another one; the table names the approval, with an index. */
        public static Join byApproval(String table) {
            return new Join(table, "approval_id = a.id");
        }
    }
}

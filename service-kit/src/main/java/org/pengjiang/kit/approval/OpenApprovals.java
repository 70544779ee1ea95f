package org.pengjiang.kit.approval;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.pengjiang.kit.jdbc.Jdbc;

/** Looks for open requests along their index. */
public final class OpenApprovals {
    private static final String WITHOUT_DUES = """
            SELECT a.subject FROM approval_request a
             WHERE a.kind = ? AND a.outcome = 'OPEN' AND a.deadline IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = a.subject AND d.closed_at IS NULL)
             ORDER BY a.id LIMIT ?
            """;

    private OpenApprovals() {}

    /** The subjects of those with a deadline for which no due is stored: for {@code DueSource.withoutDues}. */
    public static List<UUID> subjectsWithoutDues(EntityManager entities, ApprovalKind kind, int most) {
        return ids(entities, WITHOUT_DUES, kind, most);
    }

    /** @param sql asks for ids by a kind and for so many at most */
    public static List<UUID> ids(EntityManager entities, String sql, ApprovalKind kind, int most) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection ->
                        Jdbc.on(connection).list(sql, row -> row.getObject(1, UUID.class), kind.name(), most));
    }
}

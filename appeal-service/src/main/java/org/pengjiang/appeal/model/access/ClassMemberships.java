package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;

/** The open special classes that an account leads, heads or belongs to. */
@ApplicationScoped
public class ClassMemberships {
    private static final String OPEN_OF_ACCOUNT = """
            SELECT class_id FROM known_special_class WHERE open AND leader = ?
            UNION
            SELECT class_id FROM known_special_class WHERE open AND head = ?
            UNION
            SELECT c.class_id FROM known_class_member m JOIN known_special_class c USING (class_id)
            WHERE m.account = ? AND c.open
            """;
    private static final String OUTSIDE = "SELECT class_id FROM known_special_class WHERE NOT starts_with(division, ?)"
            + " AND class_id IN (" + OPEN_OF_ACCOUNT + ")";

    private final Jdbc jdbc;

    ClassMemberships(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    public List<UUID> of(Caller member) {
        String account = member.subject();
        return jdbc.list(OPEN_OF_ACCOUNT, row -> row.getObject(1, UUID.class), account, account, account);
    }

    /** Those whose project lies outside of the member's division. */
    public List<UUID> outside(Caller member) {
        String account = member.subject();
        return jdbc.list(
                OUTSIDE, row -> row.getObject(1, UUID.class), member.scope().value(), account, account, account);
    }
}

package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/** The open special classes that an account leads, heads or belongs to. */
@ApplicationScoped
class ClassMemberships {
    private static final String OPEN_OF_ACCOUNT = """
            SELECT class_id FROM known_special_class WHERE open AND leader = ?
            UNION
            SELECT class_id FROM known_special_class WHERE open AND head = ?
            UNION
            SELECT c.class_id FROM known_class_member m JOIN known_special_class c USING (class_id)
            WHERE m.account = ? AND c.open
            """;

    private final Jdbc jdbc;

    ClassMemberships(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    List<UUID> of(String account) {
        return jdbc.list(OPEN_OF_ACCOUNT, row -> row.getObject(1, UUID.class), account, account, account);
    }
}

package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The open special classes that an account leads, heads or belongs to. */
@ApplicationScoped
class MyClasses {
    private static final String OPEN_OF_ACCOUNT = """
            SELECT class_id FROM known_special_class WHERE open AND leader = ?
            UNION
            SELECT class_id FROM known_special_class WHERE open AND head = ?
            UNION
            SELECT c.class_id FROM known_class_member m JOIN known_special_class c USING (class_id)
            WHERE m.account = ? AND c.open
            """;

    private final DataSource database;

    MyClasses(DataSource database) {
        this.database = database;
    }

    List<UUID> of(String account) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OPEN_OF_ACCOUNT)) {
            query.setString(1, account);
            query.setString(2, account);
            query.setString(3, account);
            List<UUID> classes = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    classes.add(rows.getObject(1, UUID.class));
                }
            }
            return classes;
        } catch (SQLException e) {
            throw new IllegalStateException("the special classes cannot be read", e);
        }
    }
}

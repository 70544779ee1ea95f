package org.pengjiang.project.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.pengjiang.kit.testing.Database;

/** Teams as this service remembers them. */
public final class KnownTeams {
    public static final UUID T01 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a01");
    public static final UUID T02 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a02");

    private KnownTeams() {}

    public static void areRemembered() {
        remember(T01, "T01");
        remember(T02, "T02");
    }

    private static void remember(UUID id, String code) {
        try (Connection connection = Database.administer();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO known_team (id, code, name, kind, division, valid_from, subject_version)"
                                + " VALUES (?, ?, ?, 'TOWN', '440703', '2020-01-01', 1)")) {
            insert.setObject(1, id);
            insert.setString(2, code);
            insert.setString(3, "Team " + code);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

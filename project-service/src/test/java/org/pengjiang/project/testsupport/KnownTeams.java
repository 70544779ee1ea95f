package org.pengjiang.project.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.pengjiang.kit.testing.Database;

/** Teams, and the units behind them, as this service remembers them. */
public final class KnownTeams {
    public static final UUID T01 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a01");
    public static final UUID T02 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a02");

    private KnownTeams() {}

    public static void areRemembered() {
        remember(T01, "T01");
        remember(T02, "T02");
        rememberUnit("440703101", "440703101", "TOWN");
        rememberUnit("440703-ZR", "440703", "DEPARTMENT");
    }

    private static void rememberUnit(String code, String division, String kind) {
        try (Connection connection = Database.administer();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO known_unit (id, code, name, division, kind, subject_version)"
                                + " VALUES (gen_random_uuid(), ?, ?, ?, ?, 1)")) {
            insert.setString(1, code);
            insert.setString(2, "Unit " + code);
            insert.setString(3, division);
            insert.setString(4, kind);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

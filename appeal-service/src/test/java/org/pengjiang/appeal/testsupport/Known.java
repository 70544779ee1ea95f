package org.pengjiang.appeal.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** What this service remembers of projects, special classes and units. */
public final class Known {
    public static final UUID PROJECT = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a20");
    public static final UUID CLASS = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5c01");
    public static final String ENTERPRISE = "91440703MA00000077";

    private Known() {}

    /** A town, its department, and a project of the enterprise whose class the department leads. */
    public static void district() {
        write(
                "INSERT INTO known_unit VALUES (gen_random_uuid(), '440703101', 'Town (fictional)', '440703101', 'TOWN', 1)");
        write(
                "INSERT INTO known_unit VALUES (gen_random_uuid(), '440703102', 'Town (fictional)', '440703102', 'TOWN', 1)");
        write("INSERT INTO known_unit VALUES"
                + " (gen_random_uuid(), '440703-ZR', 'Department (fictional)', '440703', 'DEPARTMENT', 1)");
        write(
                "INSERT INTO known_project VALUES (?, 'P-440703-2026-0001', '440703101', ARRAY[?], 1)",
                PROJECT,
                ENTERPRISE);
        sourceSystem("12345", Persona.named("city-platform").subject());
        sourceSystem("范例平台", Persona.named("city-platform").subject());
    }

    /** A registered system, and the account that speaks for it. */
    public static void sourceSystem(String code, String account) {
        write(
                "INSERT INTO source_system (id, division, province, city, district, code, name_zh, name_en, active_from,"
                        + " registered_by, registered_at) VALUES (gen_random_uuid(), '440703', '44', '4407', '440703', ?,"
                        + " '范例系统', 'System (fictional)', '2026-01-01', 'an-admin', now())",
                code);
        account(code, account);
    }

    /** Another account that speaks for it. */
    public static void account(String code, String account) {
        write("INSERT INTO source_system_account SELECT id, ? FROM source_system WHERE code = ?", account, code);
    }

    /** Led by the leader, headed by the first team's captain, with one member of that team. */
    public static void specialClass() {
        write(
                "INSERT INTO known_special_class VALUES"
                        + " (?, ?, 'P-440703-2026-0001', '440703101', '440703-ZR', ?, ?, true, 1)",
                CLASS,
                PROJECT,
                Persona.named("leader").subject(),
                Persona.named("team-captain").subject());
        write(
                "INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')",
                CLASS,
                Persona.named("team-member").subject());
    }

    public static void rule(String division, String category, String unit) {
        write(
                "INSERT INTO dispatch_rule VALUES (gen_random_uuid(), ?, ?, ?, '2026-01-01', NULL, true)",
                division,
                category,
                unit);
    }

    public static void write(String sql, Object... values) {
        try (Connection connection = Database.administer();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

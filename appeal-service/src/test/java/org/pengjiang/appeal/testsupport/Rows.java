package org.pengjiang.appeal.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.testing.Database;

/** What the service has written, seen from outside. */
public final class Rows {
    private Rows() {}

    public static long number(String sql, Object... values) {
        List<String> found = texts(sql, values);
        return found.isEmpty() || found.getFirst() == null ? 0 : Long.parseLong(found.getFirst());
    }

    /** The first column of every row. */
    public static List<String> texts(String sql, Object... values) {
        try (Connection connection = Database.administer();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a superuser. */
    public static void execute(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

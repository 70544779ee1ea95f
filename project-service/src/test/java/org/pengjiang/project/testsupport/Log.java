package org.pengjiang.project.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.testing.Database;

/** What the service has written, seen from outside. */
public final class Log {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Log() {}

    public static List<JsonNode> events(String type) {
        return read("SELECT data FROM event_log WHERE type = ? ORDER BY seq", type);
    }

    public static long count(String sql) {
        try (Connection connection = Database.administer();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(String sql) {
        try (Connection connection = Database.administer();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Past the service. */
    public static void tamper(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> read(String sql, String parameter) {
        try (Connection connection = Database.administer();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            List<JsonNode> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(JSON.readTree(rows.getString(1)));
                }
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

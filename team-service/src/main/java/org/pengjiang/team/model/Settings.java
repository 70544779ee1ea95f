package org.pengjiang.team.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * What only the district can decide, as it stood on a date: the district's own version where it has decided, otherwise
 * the default that was shipped.
 */
@ApplicationScoped
public class Settings {
    private static final String IN_FORCE = """
            SELECT v.number, v.effective_from, v.value, v.assumption, v.source
            FROM setting_version v LEFT JOIN setting s ON s.id = v.setting_id
            WHERE v.name = ? AND v.effective_from <= ? AND (v.setting_id IS NULL OR s.district = ?)
            ORDER BY v.number DESC LIMIT 1""";

    private final DataSource database;
    private final ObjectMapper json;

    Settings(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One version of a setting. */
    public record Version(
            String name, int number, LocalDate effectiveFrom, JsonNode value, boolean assumption, String source) {}

    public Version at(String district, SettingName name, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(IN_FORCE)) {
            select.setString(1, name.key());
            select.setObject(2, day);
            select.setString(3, district);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("setting " + name.key() + " has no version on " + day);
                }
                return new Version(
                        name.key(),
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        json.readTree(row.getString(3)),
                        row.getBoolean(4),
                        row.getString(5));
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("setting " + name.key() + " cannot be read", failure);
        }
    }
}

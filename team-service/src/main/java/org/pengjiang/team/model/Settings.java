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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What only the district can decide, as it stood on a date: the district's own version where it has decided, otherwise
 * the default that was shipped.
 */
@ApplicationScoped
public class Settings {
    private static final String VERSIONS = """
            SELECT v.number, v.effective_from, v.value, v.assumption, v.source
            FROM setting_version v LEFT JOIN setting s ON s.id = v.setting_id
            WHERE v.name = ? AND v.effective_from <= ? AND (v.setting_id IS NULL OR s.district = ?)
            ORDER BY v.number DESC LIMIT ?""";

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final int MANY = 1000;

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
        return select(district, name, day, 1).getFirst();
    }

    /** Newest first, with those that take effect later. */
    public List<Version> versions(String district, SettingName name) {
        return select(district, name, EVER, MANY);
    }

    private List<Version> select(String district, SettingName name, LocalDate day, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setString(1, name.key());
            select.setObject(2, day);
            select.setString(3, district);
            select.setInt(4, limit);
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            name.key(),
                            row.getInt(1),
                            row.getObject(2, LocalDate.class),
                            json.readTree(row.getString(3)),
                            row.getBoolean(4),
                            row.getString(5)));
                }
            }
            return versions;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("setting " + name.key() + " cannot be read", failure);
        }
    }

    /** @param setting the district's own; a shipped default is never added to */
    public void add(UUID setting, Version version) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO setting_version
                          (setting_id, name, number, effective_from, value, assumption, source)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, setting);
            insert.setString(2, version.name());
            insert.setInt(3, version.number());
            insert.setObject(4, version.effectiveFrom());
            insert.setString(5, version.value().toString());
            insert.setBoolean(6, version.assumption());
            insert.setString(7, version.source());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("setting " + version.name() + " cannot be stored", failure);
        }
    }
}

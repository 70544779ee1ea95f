package org.pengjiang.kit.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;

/** The versions that districts have decided, newest first. */
@ApplicationScoped
class StoredSettings {
    static final Keyset ORDER = Keyset.descending("v.number::integer");

    private static final String VERSIONS = """
            SELECT s.name, v.number, v.effective_from, v.value, v.assumption, v.source
            FROM division_setting s JOIN division_setting_version v ON v.setting_id = s.id
            WHERE s.district = ? AND s.name = ?""";
    private static final String NEWEST = """
            SELECT s.name, v.number, v.effective_from, v.value, v.assumption, v.source
            FROM division_setting s CROSS JOIN LATERAL (
              SELECT * FROM division_setting_version WHERE setting_id = s.id ORDER BY number DESC LIMIT ?) v
            WHERE s.district = ? ORDER BY s.name, v.number DESC""";
    private static final String ADD = """
            INSERT INTO division_setting_version (setting_id, number, effective_from, value, assumption, source)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final ObjectMapper json;

    StoredSettings(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<SettingVersion> newest(String district, String name, int most) {
        return select(VERSIONS + " ORDER BY v.number DESC LIMIT " + most, List.of(), null, district, name);
    }

    List<SettingVersion> versions(String district, String name) {
        return select(VERSIONS + " ORDER BY v.number DESC", List.of(), null, district, name);
    }

    List<SettingVersion> page(String district, String name, KeysetPage page) {
        return select(
                VERSIONS + " AND " + page.condition() + " ORDER BY " + page.orderBy() + " LIMIT " + page.fetch(),
                page.parameters(),
                null,
                district,
                name);
    }

    /** The newest versions of every setting of a district, by name. */
    Map<String, List<SettingVersion>> newest(String district, int most) {
        Map<String, List<SettingVersion>> byName = new LinkedHashMap<>();
        select(NEWEST, List.of(), most, district)
                .forEach(version -> byName.computeIfAbsent(version.name(), any -> new ArrayList<>())
                        .add(version));
        return byName;
    }

    void add(UUID setting, SettingVersion version) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, setting);
            insert.setInt(2, version.number());
            insert.setObject(3, version.effectiveFrom());
            insert.setString(4, version.value().toString());
            insert.setBoolean(5, version.assumption());
            insert.setString(6, version.source());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("setting " + version.name() + " cannot be stored", failure);
        }
    }

    private List<SettingVersion> select(String sql, List<String> position, @Nullable Integer most, String... texts) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            if (most != null) {
                select.setInt(i++, most);
            }
            for (String text : texts) {
                select.setString(i++, text);
            }
            for (String value : position) {
                select.setString(i++, value);
            }
            List<SettingVersion> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new SettingVersion(
                            row.getString(1),
                            row.getInt(2),
                            row.getObject(3, LocalDate.class),
                            json.readTree(row.getString(4)),
                            row.getBoolean(5),
                            row.getString(6)));
                }
            }
            return versions;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("settings cannot be read", failure);
        }
    }
}

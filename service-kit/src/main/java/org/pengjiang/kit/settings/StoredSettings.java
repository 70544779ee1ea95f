package org.pengjiang.kit.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** The versions that districts have decided, newest first. */
@ApplicationScoped
class StoredSettings {
    static final Keyset ORDER = Keyset.descending("v.number::integer");

    private static final String SELECT = """
            SELECT s.name, v.number, v.effective_from, v.value, v.assumption, v.source
            FROM division_setting s JOIN division_setting_version v ON v.setting_id = s.id""";
    private static final String ONE = "s.district = ? AND s.name = ?";
    private static final String VERSIONS = SELECT + " WHERE " + ONE;
    private static final String NEWEST = """
            SELECT s.name, v.number, v.effective_from, v.value, v.assumption, v.source
            FROM division_setting s CROSS JOIN LATERAL (
              SELECT * FROM division_setting_version WHERE setting_id = s.id ORDER BY number DESC LIMIT ?) v
            WHERE s.district = ? ORDER BY s.name, v.number DESC""";
    private static final String ADD = """
            INSERT INTO division_setting_version (setting_id, number, effective_from, value, assumption, source)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Jdbc jdbc;
    private final ObjectMapper json;

    StoredSettings(DataSource database, ObjectMapper json) {
        this.jdbc = Jdbc.of(database);
        this.json = json;
    }

    List<SettingVersion> newest(String district, String name, int most) {
        return jdbc.list(VERSIONS + " ORDER BY v.number DESC LIMIT ?", this::version, district, name, most);
    }

    List<SettingVersion> versions(String district, String name) {
        return jdbc.list(VERSIONS + " ORDER BY v.number DESC", this::version, district, name);
    }

    List<SettingVersion> page(String district, String name, KeysetPage page) {
        return page.read(jdbc, SELECT, SqlCondition.of(ONE, district, name), this::version);
    }

    /** The newest versions of every setting of a district, by name. */
    Map<String, List<SettingVersion>> newest(String district, int most) {
        Map<String, List<SettingVersion>> byName = new LinkedHashMap<>();
        jdbc.list(NEWEST, this::version, most, district)
                .forEach(version -> byName.computeIfAbsent(version.name(), any -> new ArrayList<>())
                        .add(version));
        return byName;
    }

    void add(UUID setting, SettingVersion version) {
        jdbc.update(
                ADD,
                setting,
                version.number(),
                version.effectiveFrom(),
                version.value().toString(),
                version.assumption(),
                version.source());
    }

    private SettingVersion version(ResultSet row) throws SQLException {
        try {
            return new SettingVersion(
                    row.getString(1),
                    row.getInt(2),
                    row.getObject(3, LocalDate.class),
                    json.readTree(row.getString(4)),
                    row.getBoolean(5),
                    row.getString(6));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored setting is JSON", e);
        }
    }
}

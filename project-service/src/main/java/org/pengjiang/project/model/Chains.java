package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;

/** The catalogue of industry chains: data with versions, of which the newest in force is used. */
@ApplicationScoped
@Unscoped("the catalogue is one for all districts")
public class Chains {
    private static final String IN_FORCE = """
            SELECT version, code, tier, name_zh, name_en, prefixes, valid_from, document_no, assumption
            FROM chain
            WHERE version = (SELECT max(version) FROM chain WHERE valid_from <= ?)
            ORDER BY position
            """;

    private final Jdbc jdbc;

    Chains(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    public List<Chain> inForceOn(LocalDate date) {
        return jdbc.list(IN_FORCE, Chains::of, date);
    }

    public Optional<Chain> find(String code, LocalDate date) {
        return inForceOn(date).stream()
                .filter(chain -> chain.code().equals(code))
                .findFirst();
    }

    private static Chain of(ResultSet row) throws SQLException {
        return new Chain(
                row.getInt("version"),
                row.getString("code"),
                row.getInt("tier"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Jdbc.texts(row, "prefixes"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("document_no"),
                row.getBoolean("assumption"));
    }
}

package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The catalogue of industry chains: data with versions, of which the newest in force is used. */
@ApplicationScoped
public class Chains {
    private static final String IN_FORCE = """
            SELECT version, code, tier, name_zh, name_en, prefixes, valid_from, document_no, assumption
            FROM chain
            WHERE version = (SELECT max(version) FROM chain WHERE valid_from <= ?)
            ORDER BY position
            """;

    private final EntityManager entities;

    Chains(EntityManager entities) {
        this.entities = entities;
    }

    public List<Chain> inForceOn(LocalDate date) {
        return entities.unwrap(Session.class).doReturningWork(connection -> read(connection, date));
    }

    public Optional<Chain> find(String code, LocalDate date) {
        return inForceOn(date).stream()
                .filter(chain -> chain.code().equals(code))
                .findFirst();
    }

    private static List<Chain> read(Connection connection, LocalDate date) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_FORCE)) {
            query.setObject(1, date);
            List<Chain> chains = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    chains.add(of(rows));
                }
            }
            return List.copyOf(chains);
        }
    }

    private static Chain of(ResultSet row) throws SQLException {
        Array prefixes = row.getArray("prefixes");
        return new Chain(
                row.getInt("version"),
                row.getString("code"),
                row.getInt("tier"),
                row.getString("name_zh"),
                row.getString("name_en"),
                List.of((String[]) prefixes.getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getString("document_no"),
                row.getBoolean("assumption"));
    }
}

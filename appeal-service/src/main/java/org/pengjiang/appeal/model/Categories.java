package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The catalogue in force. */
@ApplicationScoped
public class Categories {
    private static final String IN_FORCE = """
            SELECT version, code, name_zh, name_en, time_class, rated, assumption FROM category
            WHERE version = (SELECT max(version) FROM category WHERE valid_from <= ?)
            ORDER BY position
            """;

    private final EntityManager entities;
    private final Clock clock;

    Categories(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public List<Category> inForce() {
        LocalDate today = LocalDate.now(clock);
        return entities.unwrap(Session.class).doReturningWork(connection -> read(connection, today));
    }

    private static List<Category> read(Connection connection, LocalDate today) throws SQLException {
        List<Category> categories = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(IN_FORCE)) {
            query.setObject(1, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    categories.add(new Category(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            TimeClass.valueOf(row.getString(5)),
                            row.getBoolean(6),
                            row.getBoolean(7)));
                }
            }
        }
        return List.copyOf(categories);
    }

    public Optional<Category> find(String code) {
        return inForce().stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}

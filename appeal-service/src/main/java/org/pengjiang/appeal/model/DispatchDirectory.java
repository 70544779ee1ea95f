package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;

/** Which unit answers for a category in an area: the narrowest area goes first, then the newest rule. */
@ApplicationScoped
public class DispatchDirectory {
    private static final String HIT = """
            SELECT unit_code FROM dispatch_rule
            WHERE category = ? AND division = ANY (?)
              AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
            ORDER BY length(division) DESC, valid_from DESC, id DESC
            LIMIT 1
            """;

    private final EntityManager entities;
    private final Clock clock;

    DispatchDirectory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public Optional<String> unitFor(String category, DivisionCode division) {
        Object[] divisions = Stream.iterate(
                        Optional.of(division), Optional::isPresent, code -> code.flatMap(DivisionCode::parent))
                .flatMap(Optional::stream)
                .map(DivisionCode::value)
                .toArray();
        LocalDate today = LocalDate.now(clock);
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> hit(connection, category, divisions, today));
    }

    private static Optional<String> hit(Connection connection, String category, Object[] divisions, LocalDate today)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HIT)) {
            query.setString(1, category);
            query.setArray(2, connection.createArrayOf("text", divisions));
            query.setObject(3, today);
            query.setObject(4, today);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}

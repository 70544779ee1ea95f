package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;

/** Which unit answers for a category in an area: the narrowest area goes first, then the newest rule. */
@ApplicationScoped
public class DispatchDirectory {
    private static final String HIT = """
            SELECT id, division, unit_code, valid_from, assumption FROM dispatch_rule
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

    /** The rule that applies, and where and since when. */
    public record Entry(UUID ruleId, String area, String unitCode, LocalDate validFrom, boolean assumption) {}

    public Optional<String> unitFor(String category, DivisionCode division) {
        return entryFor(category, division).map(Entry::unitCode);
    }

    public Optional<Entry> entryFor(String category, DivisionCode division) {
        LocalDate today = LocalDate.now(clock);
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> read(connection, category, areas(division), today));
    }

    /** Where a rule may stand that applies here: the division itself, then what it lies in. */
    public static List<DivisionCode> areas(DivisionCode division) {
        return Stream.iterate(Optional.of(division), Optional::isPresent, code -> code.flatMap(DivisionCode::parent))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> read(
            Connection connection, String category, List<DivisionCode> areas, LocalDate today) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HIT)) {
            query.setString(1, category);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", areas.stream().map(DivisionCode::value).toArray()));
            query.setObject(3, today);
            query.setObject(4, today);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(entry(row)) : Optional.empty();
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("division"),
                row.getString("unit_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("assumption"));
    }
}

package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;

/** Which unit answers for a category in an area: the narrowest area goes first, then the newest rule. */
@ApplicationScoped
public class DispatchDirectory {
    private static final String HIT = """
            SELECT unit_code FROM dispatch_rule
            WHERE category = :category AND division IN (:divisions)
              AND valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today)
            ORDER BY length(division) DESC, valid_from DESC, id DESC
            """;

    private final EntityManager entities;
    private final Clock clock;

    DispatchDirectory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public Optional<String> unitFor(String category, DivisionCode division) {
        List<String> divisions = Stream.iterate(
                        Optional.of(division), Optional::isPresent, code -> code.flatMap(DivisionCode::parent))
                .flatMap(Optional::stream)
                .map(DivisionCode::value)
                .toList();
        return entities.unwrap(Session.class)
                .createNativeQuery(HIT, String.class)
                .setParameter("category", category)
                .setParameter("divisions", divisions)
                .setParameter("today", LocalDate.now(clock))
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}

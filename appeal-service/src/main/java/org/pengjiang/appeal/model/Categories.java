package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The catalogue in force. */
@ApplicationScoped
public class Categories {
    private static final String IN_FORCE = """
            SELECT version, code, name_zh, name_en, time_class, rated, assumption FROM category
            WHERE version = (SELECT max(version) FROM category WHERE valid_from <= :today)
            ORDER BY position
            """;

    private final EntityManager entities;
    private final Clock clock;

    Categories(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public List<Category> inForce() {
        return entities.unwrap(Session.class)
                .createNativeQuery(IN_FORCE, Object[].class)
                .setParameter("today", LocalDate.now(clock))
                .getResultStream()
                .map(row -> new Category(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        TimeClass.valueOf((String) row[4]),
                        (Boolean) row[5],
                        (Boolean) row[6]))
                .toList();
    }

    public Optional<Category> find(String code) {
        return inForce().stream().filter(category -> category.code().equals(code)).findFirst();
    }
}

package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/** Every version of the time policy. They come with migrations alone, so they are read once. */
@ApplicationScoped
public class TimePolicies {
    private final EntityManager entities;
    private volatile @Nullable List<TimePolicy> known;

    TimePolicies(EntityManager entities) {
        this.entities = entities;
    }

    public List<TimePolicy> all() {
        List<TimePolicy> read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    /** The version that a new appeal is handled by. */
    public TimePolicy inForce(LocalDate on) {
        return all().stream()
                .filter(policy -> !policy.validFrom().isAfter(on))
                .max(Comparator.comparing(TimePolicy::validFrom))
                .orElseThrow(() -> new IllegalStateException("no time policy is in force on " + on));
    }

    public TimePolicy version(String version) {
        return all().stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no time policy " + version));
    }

    private List<TimePolicy> read() {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT version, valid_from, note, document_no, assumption FROM time_policy ORDER BY valid_from",
                        Object[].class)
                .getResultStream()
                .map(row -> new TimePolicy(
                        (String) row[0],
                        date(row[1]),
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        targets((String) row[0])))
                .toList();
    }

    private List<TimeTarget> targets(String version) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT time_class, clock, category, amount, unit, roll_forward, source FROM time_target"
                                + " WHERE policy_version = :version ORDER BY time_class, clock, category, position",
                        Object[].class)
                .setParameter("version", version)
                .getResultStream()
                .map(row -> new TimeTarget(
                        TimeClass.valueOf((String) row[0]),
                        ClockType.valueOf((String) row[1]),
                        (String) row[2],
                        new Target(
                                ((Number) row[3]).longValue(),
                                TargetUnit.valueOf((String) row[4]),
                                (Boolean) row[5]),
                        (String) row[6]))
                .toList();
    }

    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) value;
    }
}

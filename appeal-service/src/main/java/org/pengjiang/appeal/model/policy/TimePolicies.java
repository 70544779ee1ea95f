package org.pengjiang.appeal.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimePolicy.ClassRung;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;

/** Every version of the time policy, read once, and again when an appeal names one that another replica knows already. */
@ApplicationScoped
@Unscoped("policies are one for all districts")
public class TimePolicies {
    private static final String POLICIES =
            "SELECT version, valid_from, note, document_no, assumption FROM time_policy" + " ORDER BY valid_from, seq";
    private static final String TARGETS = """
        SELECT policy_version, time_class, clock, category, amount, unit, roll_forward, source, exact_unit FROM time_target
        ORDER BY policy_version, time_class, clock, category, position
        """;
    private static final String RUNGS = """
        SELECT policy_version, time_class, clock, level, after_amount, after_unit, tells, raise_by, raise_to FROM escalation_rung
        ORDER BY policy_version, clock, time_class, level
        """;

    /** A version that was published on another replica is known after that; it is in force five minutes later at the earliest. */
    private static final long KNOWN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Jdbc jdbc;
    private volatile @Nullable Known known;

    TimePolicies(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    private record Known(List<TimePolicy> policies, long readAt) {}

    public List<TimePolicy> all() {
        Known held = known;
        return held == null || System.nanoTime() - held.readAt() > KNOWN_NANOS ? readAgain() : held.policies();
    }

    private List<TimePolicy> readAgain() {
        List<TimePolicy> policies = read();
        known = new Known(policies, System.nanoTime());
        return policies;
    }

    /** After a publication. */
    public void forget() {
        known = null;
    }

    /** The version that an appeal received on this day is handled by, of the same day the one that was published last; the oldest one for what is older still. */
    public TimePolicy inForce(LocalDate on) {
        return all().stream()
                .filter(policy -> !policy.validFrom().isAfter(on))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all().getFirst());
    }

    public TimePolicy version(String version) {
        return find(all(), version)
                .or(() -> find(readAgain(), version))
                .orElseThrow(() -> new IllegalStateException("there is no time policy " + version));
    }

    private static Optional<TimePolicy> find(List<TimePolicy> policies, String version) {
        return policies.stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst();
    }

    /** Replicas of the release before know fewer units and read {@code unit}, which comes nearest. */
    private static Target target(ResultSet row) throws SQLException {
        String exact = row.getString(9);
        return exact == null
                ? new Target(row.getLong(5), TargetUnit.valueOf(row.getString(6)), row.getBoolean(7))
                : new Target(row.getLong(5), TargetUnit.valueOf(exact), false);
    }

    private static ClassRung rung(ResultSet row) throws SQLException {
        String timeClass = row.getString(2);
        String unit = row.getString(6);
        Target afterDue = unit == null ? null : new Target(row.getLong(5), TargetUnit.valueOf(unit), false);
        Set<EscalationRecipient> tells = Jdbc.texts(row, "tells").stream()
                .map(EscalationRecipient::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new ClassRung(
                timeClass.isEmpty() ? null : TimeClass.valueOf(timeClass),
                new Rung(
                        ClockType.valueOf(row.getString(3)),
                        row.getInt(4),
                        afterDue,
                        tells,
                        row.getInt(8),
                        row.getInt(9)));
    }

    /** As they are stored, the newest last. */
    public List<TimePolicy> read() {
        Map<String, List<TimeTarget>> targets = new HashMap<>();
        jdbc.list(
                TARGETS,
                row -> targets.computeIfAbsent(row.getString(1), version -> new ArrayList<>())
                        .add(new TimeTarget(
                                TimeClass.valueOf(row.getString(2)),
                                ClockType.valueOf(row.getString(3)),
                                row.getString(4),
                                target(row),
                                row.getString(8))));
        Map<String, List<ClassRung>> rungs = new HashMap<>();
        jdbc.list(
                RUNGS,
                row -> rungs.computeIfAbsent(row.getString(1), version -> new ArrayList<>())
                        .add(rung(row)));
        return jdbc.list(
                POLICIES,
                row -> new TimePolicy(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        targets.getOrDefault(row.getString(1), List.of()),
                        rungs.getOrDefault(row.getString(1), List.of())));
    }
}

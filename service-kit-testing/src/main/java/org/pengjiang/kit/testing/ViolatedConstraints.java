package org.pengjiang.kit.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.problem.ExceptionMapping;
import org.pengjiang.kit.problem.Language;

/**
 * Violates every constraint of the service's schema through its own pool (once per table also by a batch and by Hibernate), has
 * each failure logged as a request, a sweep and a consumer do, and looks for the row in all that was written.
 */
public final class ViolatedConstraints {
    private static final Logger LOG = Logger.getLogger(ViolatedConstraints.class);

    private final DataSource database;
    private final EntityManager entities;
    private final ExceptionMapping mapping;
    private final List<String> faults = new ArrayList<>();
    private int violated;
    private int quoted;

    private ViolatedConstraints(DataSource database, EntityManager entities, ExceptionMapping mapping) {
        this.database = database;
        this.entities = entities;
        this.mapping = mapping;
    }

    /** @param quoted how many of them would have told the row by the driver's default */
    public record Result(int violated, int quoted, List<String> faults) {}

    private interface Work {
        void run() throws SQLException;
    }

    public static Result violateAll(DataSource database, EntityManager entities, ExceptionMapping mapping)
            throws SQLException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("-Dtest.seed=" + seed);
        ViolatedConstraints violations = new ViolatedConstraints(database, entities, mapping);
        violations.run(seed);
        return new Result(violations.violated, violations.quoted, List.copyOf(violations.faults));
    }

    private void run(long seed) throws SQLException {
        String marker = "Q" + Long.toHexString(new Random(seed).nextLong() | Long.MIN_VALUE);
        try (ConstraintProbe probe = new ConstraintProbe(role(), marker, seed)) {
            Set<String> tables = new HashSet<>();
            for (ConstraintProbe.Constraint constraint : probe.all()) {
                ConstraintProbe.Insert insert = probe.refusedInsert(constraint).orElse(null);
                if (insert == null) {
                    faults.add("no row violates " + constraint + ": " + constraint.definition());
                    continue;
                }
                seen(constraint, marker, "a statement", () -> inOneStatement(insert));
                if (tables.add(constraint.table())) {
                    seen(constraint, marker, "a batch", () -> inABatch(insert));
                    seen(constraint, marker, "Hibernate", () -> byHibernate(insert));
                }
                violated++;
            }
            quoted = probe.quoted();
            probe.tablesWithTheMarker().forEach(table -> faults.add("a row of " + table + " holds the marker"));
        }
    }

    private String role() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    private void seen(ConstraintProbe.Constraint constraint, String marker, String way, Work work) {
        String written;
        String described = "";
        boolean refused = false;
        try (CapturedLog log = new CapturedLog()) {
            try {
                work.run();
            } catch (SQLException | RuntimeException failure) {
                refused = true;
                RuntimeException wrapped =
                        new IllegalStateException("a row cannot be written: " + failure.getMessage(), failure);
                described = DatabaseFailure.describe(wrapped);
                mapping.of(wrapped, Language.CHINESE);
                LOG.errorf(wrapped, "the work of %s comes again: %s", constraint, wrapped);
            }
            written = log.text();
        }
        String label = constraint + " by " + way;
        if (!refused) {
            faults.add(label + " is not refused");
        } else if (!named(constraint, described) || !named(constraint, written)) {
            faults.add(label + " is not named in: " + described + "\n" + written);
        }
        String bytes = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(written, described)) {
            if (text.contains(marker) || text.contains(bytes)) {
                faults.add(label + " tells its row: " + text);
            }
        }
    }

    private static boolean named(ConstraintProbe.Constraint constraint, String text) {
        return text.contains(constraint.kind().equals("n") ? "column " + constraint.definition() : constraint.name());
    }

    private void inOneStatement(ConstraintProbe.Insert insert) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert.execute(connection);
        }
    }

    private void inABatch(ConstraintProbe.Insert insert) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = insert.prepared(connection)) {
            statement.addBatch();
            statement.executeBatch();
        }
    }

    private void byHibernate(ConstraintProbe.Insert insert) {
        QuarkusTransaction.requiringNew().run(() -> {
            Query statement = entities.createNativeQuery(insert.sql());
            for (int i = 0; i < insert.values().size(); i++) {
                statement.setParameter(i + 1, insert.values().get(i));
            }
            statement.executeUpdate();
        });
    }
}

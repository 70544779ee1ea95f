package org.pengjiang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pengjiang.localstack.StackFailure;

/**
 * How late two replicas of appeal-service notice clocks that fall due in the same second, and how many levels a second they
 * fire. The appeals are filed through the front door; only the moment of their due is set in the database. Each due is a
 * breach, with its row of the log, tasks for the heads and the supervision, and their letters.
 */
final class SweepBenchmark {
    private static final int APPEALS = 2_000;
    private static final double LATE_MILLIS = 5_000;
    private static final double LEVELS_A_SECOND = 500;
    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The first herd of the day is for the compilers. */
    private static final List<String> HERDS = List.of("CONTACT", "RESOLVE", "LIMIT");

    /** As if the clock had been given that due; the levels before it have fired or never will. */
    private static final String FALL_DUE = """
            UPDATE deadline_clock SET due_at = ?, next_fire_at = ?::timestamptz + interval '1 second', next_level = 100
             WHERE type = ? AND state = 'RUNNING'
            """;

    private static final String LEFT = "SELECT count(*) FROM deadline_clock WHERE next_fire_at = ?";

    private final Path home;
    private final PrintStream out;
    private final long began = System.nanoTime();

    SweepBenchmark(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws IOException, SQLException {
        Machine machine = Machine.now();
        Results results = new Results();
        say("starting PostgreSQL, Kafka, the issuer and two replicas of appeal-service in a temporary folder");
        try (BenchStack stack = new BenchStack(home, MeasuredService.APPEAL)) {
            results.seenOn(machine.facts("./suite bench sweep", stack.postgresVersion()));
            stack.service().start();
            say("filing " + APPEALS + " appeals through the front door");
            stack.measured().scenarios(stack, APPEALS);
            try (ServiceReplica other = stack.secondReplica();
                    Connection connection = stack.servers().postgres().administer(MeasuredService.APPEAL.word())) {
                other.start();
                for (String clock : HERDS) {
                    measure(connection, clock, results);
                }
            }
        }
        out.println();
        out.print(results.markdown());
        Files.writeString(home.resolve("benchmarks/target/results.md"), results.markdown());
    }

    private void measure(Connection connection, String clock, Results results) throws SQLException {
        Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        int herd = fallDue(connection, clock, due);
        say(herd + " clocks " + clock + " are due at " + due);
        Instant overdue = due.plusSeconds(1);
        List<Double> late = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (late.size() < herd) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(herd - late.size() + " of " + herd + " levels were not fired within "
                        + PATIENCE.toSeconds() + " s");
            }
            Pause.millis(20);
            long left = left(connection, overdue);
            double millis = Duration.between(overdue, Instant.now()).toMillis();
            while (late.size() < herd - left) {
                late.add(millis);
            }
        }
        Samples samples = Samples.of(late);
        double perSecond = herd / (samples.largest() / 1000);
        String title = herd + " clocks " + clock + " due in the same second, two replicas";
        results.late(title, samples, LATE_MILLIS);
        results.rate(title, perSecond, "levels/s", LEVELS_A_SECOND);
        say(String.format(
                Locale.ROOT,
                "p99 %.0f ms, the last after %.0f ms, %.0f levels/s",
                samples.percentile(99),
                samples.largest(),
                perSecond));
    }

    private static int fallDue(Connection connection, String clock, Instant due) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FALL_DUE)) {
            update.setTimestamp(1, Timestamp.from(due));
            update.setTimestamp(2, Timestamp.from(due));
            update.setString(3, clock);
            return update.executeUpdate();
        }
    }

    private static long left(Connection connection, Instant overdue) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEFT)) {
            query.setTimestamp(1, Timestamp.from(overdue));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void say(String what) {
        out.printf(Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
        out.flush();
    }
}

package org.pengjiang.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** The relay alone, warmed up, in a minute and a half. */
final class RelayBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Path home;
    private final PrintStream out;
    private final long began = System.nanoTime();

    RelayBenchmark(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws SQLException {
        say("starting PostgreSQL, Kafka, the issuer and project-service in a temporary folder");
        Machine machine = Machine.now();
        try (BenchStack stack = new BenchStack(home, MeasuredService.PROJECT)) {
            stack.service().start();
            ProjectRequests requests = ProjectRequests.seeded(stack, 200);
            say("warming up for " + WARM_UP.toSeconds() + " s");
            long end = System.nanoTime() + WARM_UP.toNanos();
            Crew.of(4, worker -> {
                while (System.nanoTime() < end) {
                    requests.register();
                }
            });
            Results results = new Results();
            results.seenOn(machine.facts("./suite bench relay", stack.postgresVersion()));
            new RelayFigures(stack, this::say).measure(requests::register, results);
            out.print(results.markdown());
        }
    }

    private void say(String what) {
        out.printf(Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
        out.flush();
    }
}

package org.pengjiang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/** What each service costs beside the same prepared SQL, and how quick and strong the relay is that all of them have. */
final class Baseline {

    private static final int SEED = 500;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration CELL = Duration.ofSeconds(2);

    private final Path home;
    private final PrintStream out;
    private final long began = System.nanoTime();

    Baseline(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run(List<MeasuredService> services) throws IOException, SQLException {
        Machine machine = Machine.now();
        Results results = new Results();
        String command = "./suite bench baseline "
                + String.join(
                        " ", services.stream().map(MeasuredService::module).toList());
        for (MeasuredService service : services) {
            say("starting PostgreSQL, Kafka, the issuer and " + service.module() + " in a temporary folder");
            try (BenchStack stack = new BenchStack(home, service)) {
                results.seenOn(machine.facts(command, stack.postgresVersion()));
                measure(stack, results);
            }
        }
        out.println();
        out.print(results.markdown());
        Path file = home.resolve("benchmarks/target/results.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, results.markdown());
        say("done; the table stands in " + home.relativize(file));
    }

    private void measure(BenchStack stack, Results results) throws SQLException {
        stack.service().start();
        say("making " + SEED + " rows through the front door");
        List<Scenario> scenarios = stack.measured().scenarios(stack, SEED);
        say("copying the database for the plain driver");
        ServiceDatabase twin = stack.copy("twin");
        try (JdbcProcess driver = JdbcProcess.start(stack.measured(), twin)) {
            cpu(stack, scenarios, driver).forEach(results::add);
        }
        idle(stack, results);
        // the kit's, and the same in every service
        if (stack.measured() == MeasuredService.PROJECT) {
            new RelayFigures(stack, this::say).measure(scenarios.getFirst()::once, results);
        }
    }

    private List<Pair> cpu(BenchStack stack, List<Scenario> scenarios, JdbcProcess driver) {
        List<Pair> pairs = pairs(stack, scenarios, driver);
        warmUp(pairs);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Pair pair : pairs) {
                pair.round(CELL);
            }
            say("round " + round + " of " + ROUNDS + ": "
                    + String.join(", ", pairs.stream().map(Baseline::soFar).toList()));
        }
        return pairs;
    }

    private static String soFar(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%s %.2f / %.3f ms",
                pair.title(),
                pair.ofService().median(),
                pair.ofDriver().median());
    }

    private static List<Pair> pairs(BenchStack stack, List<Scenario> scenarios, JdbcProcess driver) {
        Cell.Workers ofService = new Cell.Workers(stack.service().process().pid(), stack.postgresPid());
        Cell.Workers ofDriver = new Cell.Workers(driver.pid(), stack.postgresPid());
        return scenarios.stream()
                .map(scenario -> new Pair(
                        scenario, new RestCell(scenario, ofService), new JdbcCell(scenario.name(), ofDriver, driver)))
                .toList();
    }

    /**
     * As many rounds as the compilers have always needed. To end with the first that is no cheaper would be quicker and wrong:
     * on a busy machine a round is dearer than the one before for reasons of its own.
     */
    private void warmUp(List<Pair> pairs) {
        List<Double> best = new ArrayList<>();
        pairs.forEach(pair -> best.add(Double.MAX_VALUE));
        for (int round = 1; round <= WARM_UPS; round++) {
            boolean cheaper = false;
            StringBuilder seen = new StringBuilder();
            for (int i = 0; i < pairs.size(); i++) {
                double now = pairs.get(i).warmUp(WARM_UP);
                cheaper |= now < best.get(i) * 29 / 30;
                best.set(i, Math.min(best.get(i), now));
                seen.append(
                        String.format(Locale.ROOT, " %s %.2f ms", pairs.get(i).title(), now));
            }
            say("warming up, " + round + ":" + seen);
            if (round == WARM_UPS && cheaper) {
                say("still getting cheaper; the figures are on the high side");
            }
        }
    }

    private void idle(BenchStack stack, Results results) {
        say("idle for " + IdleCost.LENGTH.toSeconds() + " s");
        results.note(
                "CPU of an idle second of " + stack.measured().module() + ", included above and not taken off",
                IdleCost.of(stack).words());
    }

    private void say(String what) {
        out.printf(Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
        out.flush();
    }
}

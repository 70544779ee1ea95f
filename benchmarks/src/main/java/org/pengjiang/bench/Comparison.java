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
import org.pengjiang.localstack.StackFailure;

/**
 * What each request costs in this build and in another one. Both builds run at the same time, each with servers of its own,
 * and take turns: a machine that is busy is busy for both.
 */
final class Comparison {

    private static final int SEED = 500;
    /** Of all requests together: fewer of them are measured more often. */
    private static final int CELLS = 32;

    private static final int LEAST_WARM_UPS = 20;
    private static final int MOST_WARM_UPS = 60;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration CELL = Duration.ofSeconds(2);
    private static final double TIMES_TO_REACH = 1.05;
    private static final double IDLE_MILLIS_TO_REACH = 15;

    private final Path home;
    private final Path other;
    private final String wanted;
    private final PrintStream out;
    private final long began = System.nanoTime();

    /** @param wanted how the titles of the requests begin that are measured; empty for all */
    Comparison(Path home, Path other, String wanted, PrintStream out) {
        this.home = home;
        this.other = other;
        this.wanted = wanted;
        this.out = out;
    }

    void run(List<MeasuredService> services) throws IOException, SQLException {
        if (!Files.isDirectory(other)) {
            throw new StackFailure(other + " is no folder; name a checkout of the other build, built with"
                    + " ./mvnw -Pquick package.");
        }
        Machine machine = Machine.now();
        Results results = new Results();
        for (MeasuredService service : services) {
            say("starting " + service.module() + " of both builds, each with PostgreSQL, Kafka and an issuer");
            try (BenchStack ours = new BenchStack(home, service);
                    BenchStack theirs = new BenchStack(other, service)) {
                results.seenOn(machine.facts("./suite bench compare " + other.getFileName(), ours.postgresVersion()));
                measure(ours, theirs, results);
            }
        }
        out.println();
        out.print(results.markdown());
        Path file = home.resolve("benchmarks/target/comparison.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, results.markdown());
        say("done; the table stands in " + home.relativize(file));
    }

    private void measure(BenchStack ours, BenchStack theirs, Results results) {
        ours.service().start();
        theirs.service().start();
        say("making " + SEED + " rows in each through the front door");
        List<RestCell> mine = cells(ours);
        List<RestCell> others = cells(theirs);
        if (mine.isEmpty()) {
            throw new StackFailure("no request of " + ours.measured().module() + " begins with '" + wanted + "'");
        }
        List<Pair> warm = pairs(mine, others);
        warmUp(warm);
        List<Pair> measured = pairs(mine, others);
        int rounds = CELLS / measured.size();
        for (int round = 1; round <= rounds; round++) {
            for (Pair pair : measured) {
                if (round % 2 == 0) {
                    pair.reversedRound(CELL);
                } else {
                    pair.round(CELL);
                }
            }
            say("round " + round + " of " + rounds + ": "
                    + String.join(", ", measured.stream().map(Comparison::soFar).toList()));
        }
        measured.forEach(pair -> results.compare(pair, TIMES_TO_REACH));
        IdleCost idle = IdleCost.of(ours);
        say("idle, this build: " + idle.words());
        IdleCost otherIdle = IdleCost.of(theirs);
        say("idle, the other build: " + otherIdle.words());
        results.idle(ours.measured().module(), idle, otherIdle, IDLE_MILLIS_TO_REACH);
    }

    /** By time alone a slow machine would compare how far the compilers of both builds are. */
    private void warmUp(List<Pair> pairs) {
        boolean isWarm = false;
        for (int round = 1; round <= LEAST_WARM_UPS || (round <= MOST_WARM_UPS && !isWarm); round++) {
            pairs.forEach(pair -> pair.round(WARM_UP));
            isWarm = pairs.stream().allMatch(Pair::isWarm);
            say("warmed up, " + round + " of " + LEAST_WARM_UPS + " to " + MOST_WARM_UPS);
        }
        if (!isWarm) {
            say("the compilers still have much to do; the figures are on the high side");
        }
    }

    private List<RestCell> cells(BenchStack stack) {
        Cell.Workers workers = new Cell.Workers(stack.service().process().pid(), stack.postgresPid());
        return stack.measured().scenarios(stack, SEED).stream()
                .filter(scenario -> scenario.title().startsWith(wanted))
                .map(scenario -> new RestCell(scenario, workers))
                .toList();
    }

    private static List<Pair> pairs(List<RestCell> ours, List<RestCell> theirs) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            pairs.add(new Pair(ours.get(i).scenario(), ours.get(i), theirs.get(i)));
        }
        return pairs;
    }

    private static String soFar(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%s %.2f / %.2f ms",
                pair.title(),
                pair.ofService().median(),
                pair.ofDriver().median());
    }

    private void say(String what) {
        out.printf(Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
        out.flush();
    }
}

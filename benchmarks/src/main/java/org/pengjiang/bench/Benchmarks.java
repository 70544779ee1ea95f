package org.pengjiang.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pengjiang.localstack.StackFailure;

/** What {@code ./suite bench NAME} runs. */
public final class Benchmarks {

    private static final String USAGE = """
            ./suite bench NAME

              baseline     CPU per request of each service beside the same prepared SQL, latency and drain of the relay;
                           of one alone: baseline appeal-service
              compare      CPU per request and per idle second of this build beside another one in the same minutes:
                           compare FOLDER, or of one service alone: compare FOLDER appeal-service;
                           with --request update only the requests whose titles begin so
              relay        latency and drain of the relay alone, with what part of the time is before and after Kafka
              deadlines    deadlines per second of the working calendar
              seed         appeals for the running suite: seed appeals 1000000; some minutes for each 100,000
              sweep        how late two replicas notice 2,000 clocks that fall due in the same second
              search       what a search of the running suite's appeals takes; seed them first
              statements   the SQL that each service runs for each measured request, as PostgreSQL logs it;
                           of one alone: statements appeal-service
            """;

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("suite.home", ".")).toAbsolutePath();
        String name = args.length == 0 ? "" : args[0];
        try {
            switch (name) {
                case "baseline" -> new Baseline(home, System.out).run(services(args));
                case "compare" -> compare(home, args);
                case "relay" -> new RelayBenchmark(home, System.out).run();
                case "deadlines" -> DeadlineEngineBenchmark.main(args);
                case "seed" -> seed(home, args);
                case "sweep" -> new SweepBenchmark(home, System.out).run();
                case "search" -> new SearchBenchmark(home, System.out).run();
                case "statements" -> new StatementTrace(home, System.out).run(services(args));
                default -> {
                    System.err.print(USAGE);
                    System.exit(2);
                }
            }
        } catch (StackFailure failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void seed(Path home, String[] args) throws Exception {
        if (args.length != 3 || !args[1].equals("appeals") || !args[2].matches("[1-9][0-9]{3,7}")) {
            throw new StackFailure("say what and how many, a thousand at least: ./suite bench seed appeals 1000000");
        }
        long began = System.nanoTime();
        long seed = Long.getLong("bench.seed", 1);
        try (Connection connection = Running.of(home).administer()) {
            new AppealSeeder(
                            connection,
                            seed,
                            said -> System.out.printf(
                                    Locale.ROOT, "%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, said))
                    .seed(Integer.parseInt(args[2]));
        }
    }

    private static void compare(Path home, String[] args) throws Exception {
        if (args.length < 2) {
            throw new StackFailure("say which build stands beside this one: ./suite bench compare FOLDER");
        }
        List<String> words = List.of(args);
        int request = words.indexOf("--request");
        String wanted = request < 0 || request + 1 == words.size() ? "" : words.get(request + 1);
        String[] named = request < 0 ? args : Arrays.copyOf(args, request);
        new Comparison(home, Path.of(args[1]).toAbsolutePath().normalize(), wanted, System.out).run(services(named, 2));
    }

    private static List<MeasuredService> services(String[] args) {
        return services(args, 1);
    }

    /** Those that the words from there on say, else all. */
    private static List<MeasuredService> services(String[] args, int first) {
        return args.length <= first
                ? List.of(MeasuredService.values())
                : Arrays.stream(args).skip(first).map(MeasuredService::of).toList();
    }
}

package org.pengjiang.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.pengjiang.localstack.StackFailure;

/** What {@code ./suite bench NAME} runs. */
public final class Benchmarks {

    private static final String USAGE = """
            ./suite bench NAME

              baseline     CPU per request of each service beside the same prepared SQL, latency and drain of the relay;
                           of one alone: baseline appeal-service
              relay        latency and drain of the relay alone, with what part of the time is before and after Kafka
              deadlines    deadlines per second of the working calendar
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
                case "relay" -> new RelayBenchmark(home, System.out).run();
                case "deadlines" -> DeadlineEngineBenchmark.main(args);
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

    /** Those that the words after the benchmark's name say, else all. */
    private static List<MeasuredService> services(String[] args) {
        return args.length == 1
                ? List.of(MeasuredService.values())
                : Arrays.stream(args).skip(1).map(MeasuredService::of).toList();
    }
}

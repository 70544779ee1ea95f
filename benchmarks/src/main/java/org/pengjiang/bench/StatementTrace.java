package org.pengjiang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.client.Answer;

/**
 * Has PostgreSQL log what a service asks of it, one request at a time: what its {@link SqlSession} repeats. A statement that
 * is repeated and no longer run is an error.
 */
final class StatementTrace {

    /** Past the driver's threshold of five everything is prepared on the server, on each of the pool's connections. */
    private static final int TIMES = 30;

    private final Path home;
    private final PrintStream out;
    private final StringBuilder seen = new StringBuilder();

    StatementTrace(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run(List<MeasuredService> services) throws IOException, SQLException {
        for (MeasuredService service : services) {
            try (BenchStack stack = new BenchStack(home, service)) {
                stack.service().start();
                List<Scenario> scenarios = service.scenarios(stack, TIMES);
                for (Scenario scenario : scenarios) {
                    scenario.stock().accept(TIMES + 1);
                    for (int i = 0; i < TIMES; i++) {
                        scenario.once();
                    }
                    traced(stack, scenario);
                }
            }
        }
        List<String> files = services.stream().map(MeasuredService::file).collect(Collectors.toList());
        if (services.size() == MeasuredService.values().length) {
            files.add(MeasuredService.OF_THE_KIT);
        }
        List<String> outdated = outdated(files, seen.toString());
        if (!outdated.isEmpty()) {
            throw new StackFailure("these statements are not run as they stand: " + String.join(", ", outdated));
        }
        out.println("== every statement of " + String.join(", ", files) + " was seen");
    }

    /** The statements of these files that do not stand in the log as they are. */
    static List<String> outdated(List<String> files, String log) {
        String run = plain(log);
        return files.stream()
                .flatMap(file -> Statements.texts(file).entrySet().stream()
                        .filter(statement -> !run.contains(plain(statement.getValue())))
                        .map(statement -> file + " " + statement.getKey()))
                .sorted()
                .toList();
    }

    /** However its lines are broken and its parameters are written. */
    private static String plain(String text) {
        return text.replaceAll("\\$[0-9]+", "?").replaceAll("\\s+", "");
    }

    private void traced(BenchStack stack, Scenario scenario) throws IOException, SQLException {
        Path log = stack.servers().postgres().log();
        logging(stack, "all");
        int from = Files.readAllLines(log).size();
        Answer answer = scenario.once();
        Pause.millis(300);
        List<String> lines = Files.readAllLines(log);
        logging(stack, "none");
        out.println("== " + stack.measured().module() + ", " + scenario.title() + ": " + answer.request() + " "
                + answer.status());
        out.println(answer.body());
        for (String line : lines.subList(from, lines.size())) {
            out.println(line);
            seen.append(line).append('\n');
        }
    }

    private static void logging(BenchStack stack, String what) throws SQLException {
        try (Connection connection = stack.servers().postgres().administer("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET log_line_prefix = '%p %a '");
            statement.execute("ALTER SYSTEM SET log_statement = '" + what + "'");
            statement.execute("SELECT pg_reload_conf()");
        }
        Pause.millis(300);
    }
}

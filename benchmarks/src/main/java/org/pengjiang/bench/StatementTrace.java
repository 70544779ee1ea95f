package org.pengjiang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pengjiang.localstack.client.Answer;

/** Has PostgreSQL log what a service asks of it, one request at a time: what its {@link SqlSession} repeats. */
final class StatementTrace {

    /** Past the driver's threshold of five everything is prepared on the server, on each of the pool's connections. */
    private static final int TIMES = 30;

    private final Path home;
    private final PrintStream out;

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
        lines.subList(from, lines.size()).forEach(out::println);
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

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
import org.pengjiang.localstack.client.SuiteClient;

/** Has PostgreSQL log what project-service asks of it, one request at a time: what {@link ProjectSql} repeats. */
final class StatementTrace {

    private final Path home;
    private final PrintStream out;

    StatementTrace(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws IOException, SQLException {
        try (BenchStack stack = new BenchStack(home)) {
            stack.service().start();
            SuiteClient office = stack.as(ProjectRequests.OFFICE);
            ProjectRequests requests = ProjectRequests.seeded(office, 30);
            for (int i = 0; i < 30; i++) {
                // past the driver's threshold everything is prepared on the server
                requests.register().expect(201);
            }
            traced(stack, "register a project", () -> requests.register().expect(201));
            String path = "/v1/projects/" + requests.anyId();
            traced(stack, "get it", () -> office.get(path).expect(200));
            String version = office.get(path).etag().orElseThrow();
            traced(
                    stack,
                    "revise it",
                    () -> office.patch(path, requests.revision(), version).expect(200));
            traced(stack, "list a page", () -> office.get(ProjectRequests.LIST).expect(200));
        }
    }

    private interface Request {
        Answer send();
    }

    private void traced(BenchStack stack, String title, Request request) throws IOException, SQLException {
        Path log = stack.servers().postgres().log();
        logging(stack, "all");
        int from = Files.readAllLines(log).size();
        Answer answer = request.send();
        Pause.millis(300);
        List<String> lines = Files.readAllLines(log);
        logging(stack, "none");
        out.println("== " + title + ": " + answer.request() + " " + answer.status());
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

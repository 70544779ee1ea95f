package org.pengjiang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The baseline: nothing but the driver, four connections, four threads, and the statements of {@link ProjectSql}. */
public final class JdbcWorker {

    private JdbcWorker() {}

    public static void main(String[] args) throws IOException, SQLException {
        List<ProjectSql> sessions = new ArrayList<>();
        for (int i = 0; i < RestCell.CALLERS; i++) {
            sessions.add(new ProjectSql(connect(), i));
        }
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String question = questions.readLine();
        while (question != null) {
            String[] words = question.split(" ");
            System.out.println(run(sessions, words[0], Long.parseLong(words[1])));
            question = questions.readLine();
        }
    }

    private static long run(List<ProjectSql> sessions, String scenario, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        AtomicLong done = new AtomicLong();
        Crew.of(sessions.size(), worker -> {
            while (System.nanoTime() < end) {
                sessions.get(worker).run(scenario);
                done.incrementAndGet();
            }
        });
        return done.get();
    }

    /** With the settings that the service's pool gives its own connections. */
    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", System.getenv("BENCH_JDBC_USER"));
        properties.setProperty("password", System.getenv("BENCH_JDBC_PASSWORD"));
        properties.setProperty("ApplicationName", "baseline");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(System.getenv("BENCH_JDBC_URL"), properties);
        if (connection == null) {
            throw new SQLException("no PostgreSQL address: " + System.getenv("BENCH_JDBC_URL"));
        }
        return connection;
    }
}

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

/**
 * The baseline: nothing but the driver, four connections, four threads, and the statements of the service that the first
 * argument names. A line of its input is {@code run SCENARIO MILLIS} or {@code stock SCENARIO WANTED}; each is answered with
 * a number.
 */
public final class JdbcWorker {

    static final String RUN = "run";
    static final String STOCK = "stock";

    private JdbcWorker() {}

    public static void main(String[] args) throws IOException, SQLException {
        MeasuredService service = MeasuredService.of(args[0]);
        List<SqlSession> sessions = new ArrayList<>();
        for (int i = 0; i < RestCell.CALLERS; i++) {
            sessions.add(service.open(connect(), i));
        }
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String question = questions.readLine();
        while (question != null) {
            String[] words = question.split(" ");
            long number = Long.parseLong(words[2]);
            System.out.println(
                    words[0].equals(STOCK) ? stock(sessions, words[1], number) : run(sessions, words[1], number));
            question = questions.readLine();
        }
    }

    private static long stock(List<SqlSession> sessions, String scenario, long wanted) {
        Crew.of(
                sessions.size(),
                worker -> sessions.get(worker).stock(scenario, Math.ceilDiv((int) wanted, sessions.size())));
        return wanted;
    }

    private static long run(List<SqlSession> sessions, String scenario, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        AtomicLong done = new AtomicLong();
        Crew.of(sessions.size(), worker -> {
            while (System.nanoTime() < end && sessions.get(worker).run(scenario)) {
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

package org.pengjiang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** What a search of the list of appeals takes in the running suite, one caller, by the clock and in PostgreSQL's CPU. */
final class SearchBenchmark {
    private static final int WARM_UP = 100;
    private static final int TRIES = 300;
    private static final double TO_REACH_MILLIS = 100;

    private final Running suite;
    private final PrintStream out;

    SearchBenchmark(Path home, PrintStream out) {
        this.suite = Running.of(home);
        this.out = out;
    }

    void run() throws SQLException, IOException {
        SuiteClient supervisor = suite.appeals("supervisor");
        Machine machine = Machine.now();
        List<String> numbers = numbers();
        Map<String, List<String>> searches = new LinkedHashMap<>();
        searches.put("a full number", numbers);
        searches.put("停机", List.of("停机"));
        searches.put("企业", List.of("企业"));
        searches.put("two words: 企业 停机", List.of("企业 停机"));
        searches.put("two words: 漏水 投产", List.of("漏水 投产"));
        searches.put("in other characters: 高新技術企業", List.of("高新技術企業"));
        searches.put("a rare name", List.of("鑫瑞恒", "嘉禾源", "鹏万江", "松柏梅", "正千秋"));
        searches.put("what nobody says", List.of("停水停气", "柏林墙"));
        searches.put("common pairs, never in this order", List.of("停机停"));
        searches.put("a number that there is not", List.of("A-440703-2019-123456"));
        searches.put("no search: the newest 50", List.of(""));
        out.println("| Search | Median | p99 | PostgreSQL's CPU | Found on the first page |\n|---|---|---|---|---|");
        for (Map.Entry<String, List<String>> search : searches.entrySet()) {
            measure(supervisor, search.getKey(), search.getValue());
        }
        machine.facts("./suite bench search", version()).forEach(fact -> out.println("- " + fact));
    }

    private void measure(SuiteClient caller, String title, List<String> typed) throws IOException {
        Answer last = caller.get(path(typed.getFirst())).expect(200);
        for (int i = 0; i < WARM_UP; i++) {
            caller.get(path(typed.get(i % typed.size()))).expect(200);
        }
        List<Double> millis = new ArrayList<>();
        Duration before = CpuMeter.of(List.of(suite.postgresPid()));
        for (int i = 0; i < TRIES; i++) {
            long began = System.nanoTime();
            caller.get(path(typed.get((WARM_UP + i) % typed.size()))).expect(200);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        double cpu = CpuMeter.of(List.of(suite.postgresPid())).minus(before).toMillis() / (double) TRIES;
        Samples samples = Samples.of(millis);
        int found = last.body().path("items").size();
        out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms%s | %.1f ms | %d%s |%n",
                title,
                samples.median(),
                samples.percentile(99),
                samples.percentile(99) <= TO_REACH_MILLIS ? "" : ", missed",
                cpu,
                found,
                last.body().has("searchedUpTo") ? ", searched up to a limit" : "");
    }

    private static String path(String typed) {
        return typed.isEmpty() ? "/v1/appeals" : "/v1/appeals?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private List<String> numbers() throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = suite.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT no FROM appeal TABLESAMPLE SYSTEM (1) LIMIT 500")) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    private String version() throws SQLException {
        try (Connection connection = suite.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }
}

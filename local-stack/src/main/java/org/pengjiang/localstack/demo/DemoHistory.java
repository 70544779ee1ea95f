package org.pengjiang.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** The signed projects of a published year, imported by one person of the office and confirmed by another. */
final class DemoHistory {
    private static final String HEADER = "external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,"
            + "agreement_amount_yuan,signed_on,agreement_sha256,shares,chain,industry_code\n";
    private static final List<String> CHAINS = List.of(
            "SMART_APPLIANCE,C3851",
            "NEW_ELECTRONICS,C3911",
            "HIGH_END_EQUIPMENT,C3411",
            "HEALTHY_FOOD,C1411",
            "MOTORCYCLE,C3751");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SuiteClient projects;
    private final Consumer<String> progress;
    private final List<DemoTeam> teams = DemoTeam.all();

    DemoHistory(SuiteClient projects, Consumer<String> progress) {
        this.projects = projects;
        this.progress = progress;
    }

    void load(DemoYear year) {
        progress.accept("Projects of %d: %d rows imported by the office, confirmed by a second person"
                .formatted(year.year(), year.projects()));
        awaitTeamsAreKnown(year);
        Answer job = submit(year, false).expect(202);
        Answer checked = await(job.id(), "AWAITING_CONFIRMATION");
        requireNoneRefused(job.id(), checked.body());
        projects.as("promotion-office-2")
                .post(
                        "/v1/projects/imports/" + job.id() + "/confirm",
                        Map.of(),
                        Map.of(
                                "Idempotency-Key",
                                "demo-confirm-import-" + year.year(),
                                "If-Match",
                                checked.etag().orElse("")))
                .expect(200);
        await(job.id(), "DONE");
    }

    /** project-service learns of teams by their events: a dry run says whether it has. */
    private void awaitTeamsAreKnown(DemoYear year) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer job = submit(year, true).expect(202);
            if (await(job.id(), "DONE").body().path("rowsBad").asInt() == 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                requireNoneRefused(job.id(), job.body());
                throw new IllegalStateException("project-service has not learnt of the teams in " + PATIENCE);
            }
            pause();
        }
    }

    private Answer submit(DemoYear year, boolean dryRun) {
        Map<String, String> key = dryRun ? Map.of() : Map.of("Idempotency-Key", "demo-import-" + year.year());
        return projects.as("promotion-office")
                .send(
                        "POST",
                        "/v1/projects/imports?historical=true&year=" + year.year() + "&dryRun=" + dryRun,
                        csv(year).getBytes(StandardCharsets.UTF_8),
                        "text/csv",
                        key);
    }

    private Answer await(String job, String status) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer now = projects.as("promotion-office")
                    .get("/v1/projects/imports/" + job)
                    .expect(200);
            String reached = now.text("/status");
            if (reached.equals(status) || reached.equals("DONE")) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the import is not " + status + " after " + PATIENCE + ": " + now.body());
            }
            pause();
        }
    }

    private void requireNoneRefused(String job, JsonNode view) {
        if (view.path("rowsBad").asInt() > 0) {
            throw new IllegalStateException("rows were refused: "
                    + projects.as("promotion-office")
                            .get("/v1/projects/imports/" + job + "/refused-rows")
                            .body());
        }
    }

    /** Amounts differ from project to project and add up to the published figure to the fen. */
    private String csv(DemoYear year) {
        StringBuilder csv = new StringBuilder(HEADER);
        LocalDate first = LocalDate.of(year.year(), 1, 6);
        long days = ChronoUnit.DAYS.between(first, year.asOf());
        long open = year.reachedFen();
        for (int i = 0; i < year.projects(); i++) {
            boolean last = i == year.projects() - 1;
            long mean = year.reachedFen() / year.projects();
            long fen = last ? open : mean / 100 * (70 + 60L * (i * 7 % 11) / 10);
            open -= fen;
            String amount = BigDecimal.valueOf(fen, 2).toPlainString();
            String no = "DEMO-%d-%03d".formatted(year.year(), i + 1);
            DemoTeam team = teams.get(i % teams.size());
            csv.append(String.join(
                            ",",
                            no,
                            "演示项目" + no + "（虚构）",
                            "NEW",
                            team.division(),
                            "演示投资方" + no + "（虚构）",
                            amount,
                            "演示协议" + no,
                            amount,
                            first.plusDays(days * i / year.projects()).toString(),
                            sha256(no),
                            shares(i),
                            CHAINS.get(i % CHAINS.size())))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Every third project was won by two teams. */
    private String shares(int i) {
        String one = teams.get(i % teams.size()).code();
        return i % 3 == 2
                ? one + ":ORIGINATOR:5000;" + teams.get((i + 6) % teams.size()).code() + ":HOST:5000"
                : one + ":HOST:10000";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

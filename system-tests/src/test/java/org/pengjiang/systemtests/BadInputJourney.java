package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * Every operation that the services describe of themselves, with what careless and malicious callers send: each member of
 * each body left out, nulled and emptied, and of the other kinds each in turn. The last journey, because these callers are
 * over their limit afterwards. {@code -Dtest.seed=} repeats a run.
 */
@Order(10)
@ExtendWith(StartsSuite.class)
class BadInputJourney {
    private static final Path TABLE = PermissionTable.FILE;

    private final SuiteRun suite;

    BadInputJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void isNeverTheServersFaultAndAlwaysAProblemDocument() throws Exception {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("BadInputJourney: -Dtest.seed=" + seed);
        Map<String, Long> logEnds = new HashMap<>();
        for (String service : suite.services().keySet()) {
            logEnds.put(service, Files.size(suite.log(service)));
        }
        KnownIds ids = KnownIds.of(suite);
        Map<String, String> values = values(ids);

        // When
        List<Future<List<String>>> attacks = new ArrayList<>();
        try (ExecutorService services = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String service : suite.services().keySet()) {
                attacks.add(services.submit(() -> attack(service, ids, values, seed)));
            }
        }

        // Then
        List<String> wrong = new ArrayList<>();
        for (Future<List<String>> attack : attacks) {
            wrong.addAll(attack.get());
        }
        for (Map.Entry<String, Long> logEnd : logEnds.entrySet()) {
            wrong.addAll(errors(logEnd.getKey(), logEnd.getValue()));
        }
        assertEquals("", String.join("\n", wrong), "-Dtest.seed=" + seed);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        for (String service : suite.services().keySet()) {
            List<Operation> closed = Operation.describedBy(suite.management(service)).stream()
                    .filter(Operation::needsToken)
                    .toList();
            for (Operation operation : closed) {
                // When
                Answer answer = suite.services()
                        .get(service)
                        .as("")
                        .send(
                                operation.method(),
                                operation.path().replaceAll("[{}]", ""),
                                operation.carriesBody() ? "{}".getBytes(StandardCharsets.UTF_8) : null,
                                operation.carriesBody() ? operation.contentType() : null,
                                Map.of());

                // Then
                assertTrue(List.of(401, 429).contains(answer.status()), () -> operation + ": " + answer.body());
            }
        }
    }

    private List<String> attack(String service, KnownIds ids, Map<String, String> values, long seed)
            throws IOException {
        SuiteClient client = suite.services().get(service);
        JsonNode document = suite.management(service)
                .get("/q/openapi?format=json")
                .expect(200)
                .body();
        List<Operation> operations = Operation.describedBy(suite.management(service));
        Map<String, String> table = PermissionTable.read(Files.readAllLines(TABLE));
        ChangesByPersons changes = new ChangesByPersons(client);
        long start = System.nanoTime();
        Map<String, Long> took = new HashMap<>();
        try (HostileCaller caller = new HostileCaller(
                client,
                new RawConnection(suite.address(service)),
                new KnownBodies(client, document, ids, values),
                seed)) {
            for (Operation operation : operations) {
                List<String> personas =
                        PermissionTable.own(Objects.requireNonNull(table.get(service + " " + operation.id())));
                long began = System.nanoTime();
                caller.attack(operation, personas);
                took.put(operation.toString(), (System.nanoTime() - began) / 1_000_000);
                long logged = changes.byPersonsSince();
                if (caller.accepted() == 0 && logged > 0) {
                    caller.wrong().add(operation + " refused everything, and the log has " + logged + " rows of it");
                }
            }
            System.out.println("%s: %d operations, statuses %s, %d ms, the longest of it %s"
                    .formatted(
                            service,
                            operations.size(),
                            caller.statuses(),
                            (System.nanoTime() - start) / 1_000_000,
                            took.entrySet().stream()
                                    .sorted(Map.Entry.<String, Long>comparingByValue()
                                            .reversed())
                                    .limit(5)
                                    .toList()));
            return caller.wrong();
        }
    }

    private Map<String, String> values(KnownIds ids) {
        Map<String, String> values = new HashMap<>(Map.of(
                "enterprise", AppealSteps.ENTERPRISE,
                "idNo", AppealSteps.ENTERPRISE,
                "phone", "13812345678",
                "unit", "440703-GX",
                "unitCode", "440703-GX",
                "leadUnit", "440703-GX",
                "category", "A04"));
        values.put("projectId", lastStep(ids.fill("/v1/projects/{id}").path()));
        values.put("parentProjectId", values.get("projectId"));
        values.put("investorId", lastStep(ids.fill("/v1/investors/{id}").path()));
        values.put("teamId", lastStep(ids.fill("/v1/teams/{id}").path()));
        return values;
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the service called an error while it answered: nothing that a caller sends is one. */
    private List<String> errors(String service, long start) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(suite.log(service).toFile(), "r")) {
            log.seek(start);
            byte[] written = new byte[Math.toIntExact(log.length() - start)];
            log.readFully(written);
            return Arrays.stream(new String(written, StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> line.contains("\"level\":\"ERROR\"") || line.startsWith("\tat "))
                    .map(line -> service + " logged " + line.substring(0, Math.min(line.length(), 400)))
                    .limit(20)
                    .toList();
        }
    }
}

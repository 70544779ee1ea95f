package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * Every operation of every service, asked by every persona as who they are, as one of the city above, and as one of another
 * district. What is answered stands in {@code answers-to-personas.md}.
 *
 * <p>{@code -Dpermissions.write=true} writes the table anew; whoever does that reads the difference.
 */
@Order(6)
@ExtendWith(StartsSuite.class)
class PermissionsJourney {
    private static final Path TABLE = PermissionTable.FILE;

    private final SuiteRun suite;

    PermissionsJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void everyOperationAnswersEveryPersonaAsTheTableSays() throws Exception {
        // Given
        Map<String, String> seen = new TreeMap<>();
        KnownIds ids = KnownIds.of(suite);

        // When: the services beside each other
        try (Callers callers = suite.callers();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, String>>> asked = new ArrayList<>();
            suite.services()
                    .forEach((name, service) -> asked.add(threads.submit(() -> ask(name, service, ids, callers))));
            for (Future<Map<String, String>> rows : asked) {
                seen.putAll(rows.get());
            }
        }

        // Then
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(TABLE, PermissionTable.write(seen));
        }
        Map<String, String> expected = PermissionTable.read(Files.readAllLines(TABLE));
        assertTrue(seen.size() > 80, seen.size() + " operations");
        Map<String, String> different = new LinkedHashMap<>();
        seen.forEach((operation, row) -> {
            if (!row.equals(expected.get(operation))) {
                different.put(operation, "answered " + row + ", the table says " + expected.get(operation));
            }
        });
        assertEquals(Map.of(), different, "answers-to-personas.md and the services disagree");
        assertEquals(
                expected.keySet(), seen.keySet(), "answers-to-personas.md names other operations than the services");
    }

    private Map<String, String> ask(String name, SuiteClient service, KnownIds ids, Callers callers) {
        Map<String, String> rows = new TreeMap<>();
        for (Operation operation : Operation.describedBy(suite.management(name))) {
            rows.put(
                    name + " " + operation.id(),
                    Permitted.ask(service, operation, ids, callers).row(operation, Callers.personas()));
        }
        return rows;
    }
}

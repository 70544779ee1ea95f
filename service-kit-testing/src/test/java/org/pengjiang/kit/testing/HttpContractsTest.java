package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The surfaces of all services lie side by side: a client of several finds each name once. */
class HttpContractsTest {
    private static final String TWIN = "-v30.yaml";

    private record Found(String file, String address, JsonNode operation) {}

    @Test
    void anOperationOfTwoServicesIsTheKitsAndTheSameInBoth() throws IOException {
        Map<String, Found> byName = new HashMap<>();
        Map<String, Found> byAddress = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Path file : canonicalFiles()) {
            for (Map.Entry<String, JsonNode> path :
                    HttpContract.committed(file).path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    Found found = new Found(
                            file.getFileName().toString(),
                            operation.getKey() + " " + path.getKey(),
                            operation.getValue());
                    String name = operation.getValue().path("operationId").asText();
                    compare(byName.putIfAbsent(name, found), found, faults);
                    compare(byAddress.putIfAbsent(found.address(), found), found, faults);
                }
            }
        }
        assertTrue(faults.isEmpty(), String.join("\n", faults));
        assertFalse(byName.isEmpty());
    }

    private static void compare(Found first, Found second, List<String> faults) {
        if (first != null
                && !(first.address().equals(second.address())
                        && first.operation()
                                .path("summary")
                                .equals(second.operation().path("summary"))
                        && first.operation()
                                .path("operationId")
                                .equals(second.operation().path("operationId")))) {
            faults.add("%s %s (%s) and %s %s (%s) share a name or an address"
                    .formatted(
                            first.file(),
                            first.address(),
                            first.operation().path("operationId").asText(),
                            second.file(),
                            second.address(),
                            second.operation().path("operationId").asText()));
        }
    }

    @Test
    void eachDocumentHasItsTwinWithTheSameOperations() throws IOException {
        for (Path file : canonicalFiles()) {
            Path twin = file.resolveSibling(file.getFileName().toString().replace(".yaml", TWIN));
            JsonNode canonical = HttpContract.committed(file);
            JsonNode other = HttpContract.committed(twin);
            assertTrue(canonical.path("openapi").asText().startsWith("3.1."), file.toString());
            assertTrue(other.path("openapi").asText().equals("3.0.3"), twin.toString());
            canonical
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(verb -> assertTrue(
                                    other.path("paths").path(path.getKey()).has(verb),
                                    twin + " lacks " + path.getKey())));
        }
    }

    private static List<Path> canonicalFiles() throws IOException {
        try (Stream<Path> files = Files.list(HttpContract.folder())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(TWIN))
                    .sorted()
                    .toList();
        }
    }
}

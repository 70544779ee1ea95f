package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.client.SuiteClient;

/** One operation as a service describes it. */
record Operation(String id, String method, String path, JsonNode description) {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** @param real whether everything the path names exists */
    record Request(
            String method,
            String path,
            byte @Nullable [] body,
            @Nullable String contentType,
            Map<String, String> headers,
            boolean real) {}

    static List<Operation> describedBy(SuiteClient management) {
        JsonNode paths =
                management.get("/q/openapi?format=json").expect(200).body().path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(new Operation(
                                operation.getValue().path("operationId").asText(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
                    }
                }));
        return operations;
    }

    String contentType() {
        var names = description.at("/requestBody/content").fieldNames();
        return names.hasNext() ? names.next() : "application/json";
    }

    boolean carriesBody() {
        return !method.equals("GET") && !method.equals("DELETE");
    }

    /** Whoever knows a number and its query code needs none. */
    boolean needsToken() {
        JsonNode security = description.path("security");
        return !security.isArray() || !security.isEmpty();
    }

    boolean demandsVersion() {
        for (JsonNode parameter : description.path("parameters")) {
            if (parameter.path("$ref").asText().endsWith("/IfMatch")) {
                return true;
            }
        }
        return false;
    }

    /** Its example, about what exists, under a version that nothing has: whoever is let in changes nothing. */
    Request request(KnownIds ids) {
        KnownIds.Filled filled = ids.fill(path);
        byte[] body = carriesBody() ? example() : null;
        return new Request(
                method,
                filled.path() + query(),
                body,
                body == null ? null : contentType(),
                demandsVersion() ? Map.of("If-Match", "\"999999\"") : Map.of(),
                filled.real());
    }

    private byte[] example() {
        JsonNode content = description.at("/requestBody/content").path(contentType());
        JsonNode example = content.path("example");
        if (example.isMissingNode()) {
            var examples = content.path("examples").elements();
            example = examples.hasNext() ? examples.next().path("value") : example;
        }
        if (example.isMissingNode()) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        return (example.isTextual() ? example.asText() : example.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The query parameters that it requires, with their examples. */
    String query() {
        List<String> required = new ArrayList<>();
        for (JsonNode parameter : description.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                JsonNode example = parameter.path("example").isMissingNode()
                        ? parameter.at("/schema/examples/0")
                        : parameter.path("example");
                required.add(parameter.path("name").asText() + "=" + example.asText());
            }
        }
        return required.isEmpty() ? "" : "?" + String.join("&", required);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

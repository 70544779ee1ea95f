package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * A path and a body for each operation that would be accepted, or nearly: the example of the document with what really exists,
 * once with all its members and once with those that are required. The closer they are, the deeper gets what is made of them.
 */
final class KnownBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "external_id,name\nA-1,Fictional Kitchens\n";
    private static final List<String> READERS = List.of("auditor", "promotion-office", "admin", "team-captain");

    /** A day that no request before had. */
    private static final String LATER = "2199-01-01";

    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "{role}",
            "LEADER",
            "{unit}",
            "440703-GX",
            "{division}",
            "440703",
            "{account}",
            "a0000000-0000-4000-8000-000000000001");

    private final SuiteClient anybody;
    private final JsonNode document;
    private final KnownIds ids;
    private final Map<String, String> values;
    private final Map<String, String> readers = new HashMap<>();
    private int days;

    /** @param isBare whether it holds the required members alone */
    record Example(String path, @Nullable JsonNode json, boolean isBare) {}

    /** @param values by the names of members: what exists */
    KnownBodies(SuiteClient anybody, JsonNode document, KnownIds ids, Map<String, String> values) {
        this.anybody = anybody;
        this.document = document;
        this.ids = ids;
        this.values = values;
    }

    List<Example> of(Operation operation) {
        String template = operation.path();
        if (operation.id().equals("changeSetting")) {
            JsonNode declared =
                    anybody.as("admin").get("/v1/settings").expect(200).body();
            if (!declared.isEmpty()) {
                return declared.valueStream().map(this::setting).toList();
            }
        }
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            template = template.replace(placeholder.getKey(), placeholder.getValue());
        }
        String path = ids.fill(template).path();
        JsonNode content = operation.description().at("/requestBody/content").path(operation.contentType());
        if (content.isMissingNode() || !operation.contentType().endsWith("json")) {
            return List.of(new Example(path, null, false));
        }
        JsonNode all = real("", content.path("example"));
        List<Example> examples = new ArrayList<>(List.of(new Example(path, all, false)));
        JsonNode required = required(all, content.path("schema"));
        if (!required.equals(all) && !required.isEmpty()) {
            examples.add(new Example(path, required, true));
        }
        return examples;
    }

    byte[] plain(Example example) {
        return stamped(text(example).getBytes(StandardCharsets.UTF_8));
    }

    /** A file where no JSON is expected. */
    String text(Example example) {
        return example.json() == null ? CSV : example.json().toString();
    }

    /** The later day is one day later in every request: what is in force from a day on cannot be entered twice. */
    byte[] stamped(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.contains(LATER)
                ? text.replace(
                                LATER,
                                LocalDate.parse("2030-01-01").plusDays(days++).toString())
                        .getBytes(StandardCharsets.ISO_8859_1)
                : body;
    }

    /** The version of what the operation is about: of the longest address before its end that has one. */
    String etag(SuiteClient service, Operation operation, Example example, String persona) {
        String path = example.path();
        while (path.chars().filter(c -> c == '/').count() > 2) {
            for (String reader :
                    List.of(readers.getOrDefault(path, persona), persona, READERS.get(0), READERS.get(1))) {
                Answer answer = service.as(reader).get(path);
                if (answer.status() == 200 && answer.etag().isPresent()) {
                    readers.put(path, reader);
                    return answer.etag().get();
                }
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return "\"0\"";
    }

    private Example setting(JsonNode known) {
        ObjectNode body = JSON.createObjectNode();
        body.set("value", known.at("/inForce/value"));
        return new Example(
                "/v1/settings/" + known.path("name").asText(),
                body.put("effectiveFrom", LATER).put("source", "范例决定（虚构）"),
                false);
    }

    private JsonNode real(String name, JsonNode example) {
        if (example instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), real(member.getKey(), member.getValue())));
            return copy;
        }
        if (example instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(real(name, element)));
            return copy;
        }
        String known = values.get(name);
        return known != null && example.isTextual() ? JSON.getNodeFactory().textNode(known) : example;
    }

    private JsonNode required(JsonNode example, JsonNode schema) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (example instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(required(element, resolved.path("items"))));
            return copy;
        }
        if (!(example instanceof ObjectNode object) || !resolved.has("properties")) {
            return example;
        }
        ObjectNode copy = JSON.createObjectNode();
        resolved.path("required").forEach(name -> {
            if (object.has(name.asText())) {
                copy.set(
                        name.asText(),
                        required(
                                object.path(name.asText()),
                                resolved.path("properties").path(name.asText())));
            }
        });
        return copy;
    }
}

package org.pengjiang.kit.testing;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an OpenAPI document has to say of itself, of each operation and of each schema before a client is built on it. */
final class SurfaceQuality {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final Pattern READABLE = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBERED = Pattern.compile(".*[A-Za-z][0-9]+");
    private static final List<String> ALWAYS = List.of("400", "429", "503", "default");
    private static final List<String> SAYING = List.of("type", "$ref", "allOf", "oneOf", "anyOf", "description");
    private static final List<String> WITHOUT_BODY = List.of("204", "304");

    private final JsonNode document;
    private final SchemaValidator schemas;
    private final OpenAPI parsed;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private SurfaceQuality(String json) {
        try {
            document = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        parsed = new OpenAPIParser().readContents(json, null, options).getOpenAPI();
        schemas = new SchemaValidator(parsed, new MessageResolver());
    }

    static List<String> faults(String json) {
        SurfaceQuality quality = new SurfaceQuality(json);
        quality.checkHead();
        quality.document
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (VERBS.contains(operation.getKey())) {
                        quality.checkOperation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                path.getKey(),
                                operation.getValue());
                    }
                }));
        quality.checkSchemas();
        return quality.faults;
    }

    private void checkHead() {
        String title = document.at("/info/title").asText();
        demand(
                CHINESE.matcher(title).find() && title.matches(".*[A-Za-z].*"),
                "info.title is not in English and Chinese: set suite.title in application.properties");
        demand(document.at("/info/license/name").isTextual(), "info.license is missing");
        demand(document.at("/info/version").isTextual(), "info.version is missing");
        demand(document.path("servers").size() > 0, "servers is missing");
        document.path("servers")
                .forEach(server -> demand(
                        server.path("url").asText().startsWith("/"),
                        "a server is not relative: " + server.path("url")));
        demand(
                document.at("/components/securitySchemes/bearer/scheme")
                        .asText()
                        .equals("bearer"),
                "the security scheme bearer is missing");
    }

    private void checkOperation(String name, String path, JsonNode operation) {
        demand(!operation.path("summary").asText().isBlank(), name + " has no summary: add @Operation(summary = …)");
        String id = operation.path("operationId").asText();
        demand(
                READABLE.matcher(id).matches(),
                name + " has no operationId that reads well in a client, such as dispatchAppeal: \"" + id + "\"");
        demand(operationIds.add(id), name + " has an operationId that another operation has: " + id);
        demand(operation.path("tags").size() > 0, name + " has no tag: add @Tag to the resource");
        if (operation.has("requestBody")) {
            checkBody(name + " request", operation.at("/requestBody/content"));
            demand(operation.at("/requestBody/required").asBoolean(), name + " does not demand its body: add @NotNull");
        }
        checkResponses(name, path, operation);
    }

    private void checkResponses(String name, String path, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        List<String> wanted = new ArrayList<>(ALWAYS);
        boolean isOpen = operation.has("security") && operation.path("security").isEmpty();
        if (!isOpen) {
            wanted.add("401");
        }
        if (path.contains("{")) {
            wanted.add("404");
        }
        if (hasParameter(operation, "IdempotencyKey") || hasParameter(operation, "IfMatch")) {
            wanted.addAll(List.of("409", "422", "428"));
        }
        if (hasParameter(operation, "IfMatch")) {
            wanted.add("412");
        }
        wanted.forEach(status -> demand(responses.has(status), name + " does not tell of status " + status));
        boolean hasSuccess = false;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            String status = response.getKey();
            hasSuccess |= status.startsWith("2");
            if (status.startsWith("2") && !WITHOUT_BODY.contains(status)) {
                checkBody(name + " " + status, response.getValue().path("content"));
            }
        }
        demand(hasSuccess, name + " tells of no success");
    }

    private static boolean hasParameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("$ref").asText().endsWith("/" + name)) {
                return true;
            }
        }
        return false;
    }

    private void checkBody(String name, JsonNode content) {
        demand(
                !content.isEmpty(),
                name + " has no content: add @Produces to the resource and @APIResponseSchema to a method that returns"
                        + " Response");
        for (Map.Entry<String, JsonNode> body : content.properties()) {
            JsonNode schema = body.getValue().path("schema");
            demand(
                    !schema.isEmpty(),
                    name + " " + body.getKey()
                            + " has no schema: add @APIResponseSchema to a method that returns Response");
            if (body.getKey().endsWith("json") && !schema.isEmpty()) {
                JsonNode example = body.getValue().path("example");
                demand(!example.isMissingNode(), name + " has no example");
                if (!example.isMissingNode()) {
                    checkExample(name, schema, example);
                }
            }
        }
    }

    private void checkExample(String name, JsonNode schema, JsonNode example) {
        schemas.validate(example.toString(), schemaOf(schema), "example").getMessages().stream()
                .limit(3)
                .forEach(message -> faults.add(name + " has an example that does not fit: " + message.getMessage()));
    }

    private static Schema<?> schemaOf(JsonNode schema) {
        return Json.mapper().convertValue(schema, Schema.class);
    }

    private void checkSchemas() {
        document.at("/components/schemas").properties().forEach(schema -> {
            demand(
                    !NUMBERED.matcher(schema.getKey()).matches(),
                    "two classes share the schema name of " + schema.getKey() + ": give one @Schema(name = …)");
            walk(schema.getKey(), schema.getValue());
        });
    }

    private void walk(String place, JsonNode schema) {
        demand(!schema.path("nullable").asBoolean(), place + " is nullable: optional means absent");
        demand(SAYING.stream().anyMatch(schema::has), place + " says nothing of its value");
        schema.path("properties")
                .properties()
                .forEach(property -> walk(place + "." + property.getKey(), property.getValue()));
        if (schema.path("items").isObject()) {
            walk(place + "[]", schema.path("items"));
        }
    }

    private void demand(boolean isMet, String fault) {
        if (!isMet) {
            faults.add(fault);
        }
    }
}

package org.pengjiang.kit.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.pengjiang.kit.log.DomainEvent;

/**
 * Holds events to {@code contracts/events}, on both sides: the producer's records have to match their schema, and a
 * consumer is tested with the same examples.
 */
public final class EventSchemas {
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** Fails with every fault when the JSON is not what the contract of that type promises. */
    public static void assertMatches(String type, String json) {
        List<String> faults = SCHEMAS
                .computeIfAbsent(type, EventSchemas::schema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    type + " does not match its schema:\n  " + String.join("\n  ", faults) + "\n" + json);
        }
    }

    private static Schema schema(String type) {
        Path file = folder().resolve(type + SCHEMA);
        // where it lies: an $id may be relative to it
        return REGISTRY.getSchema(SchemaLocation.of(file.toUri().toString()), read(file), InputFormat.JSON);
    }

    /** The record as the log writes it. */
    public static void assertMatches(DomainEvent event, ObjectMapper json) {
        try {
            assertMatches(event.type(), json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new AssertionError(event.type() + " does not turn into JSON", e);
        }
    }

    /** The example of a type, as its consumer's test receives it. */
    public static String example(String type) {
        return read(folder().resolve(type + EXAMPLE));
    }

    /** The example, read into the record that produces such events: it comes out again as it went in. */
    public static <E extends DomainEvent> void assertProduces(Class<E> record, String type) {
        ObjectMapper json = mapper();
        try {
            E event = json.readValue(example(type), record);
            if (!event.type().equals(type)) {
                throw new AssertionError(record.getSimpleName() + " is of type " + event.type() + ", not " + type);
            }
            assertMatches(event, json);
            if (!json.readTree(json.writeValueAsString(event)).equals(json.readTree(example(type)))) {
                throw new AssertionError(record.getSimpleName() + " loses or changes members of the example of " + type
                        + ": " + json.writeValueAsString(event));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(record.getSimpleName() + " does not read the example of " + type, e);
        }
    }

    /** One test per contract: there is an example, and it matches. For a {@code @TestFactory}. */
    public static Stream<DynamicTest> everyExampleMatches() {
        List<String> types = types();
        if (types.isEmpty()) {
            throw new AssertionError("there is no contract in " + folder());
        }
        return types.stream().map(type -> DynamicTest.dynamicTest(type, () -> assertMatches(type, example(type))));
    }

    /** Every type that a contract names. */
    public static List<String> types() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every type that the AsyncAPI document sends on a topic. */
    public static Set<String> typesOn(String topic) {
        JsonNode document = HttpContract.committed(folder().resolve("asyncapi.yaml"));
        Set<String> types = new TreeSet<>();
        for (JsonNode channel : document.path("channels")) {
            if (channel.path("address").asText().equals(topic)) {
                channel.path("messages")
                        .fieldNames()
                        .forEachRemaining(message -> types.add(document.at("/components/messages/" + message + "/name")
                                .asText()));
            }
        }
        if (types.isEmpty()) {
            throw new AssertionError("the AsyncAPI document has no channel " + topic);
        }
        return types;
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModules(new Jdk8Module(), new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
    }

    /** In the source tree, found from the module upwards: an example is never packaged. */
    private static Path folder() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path folder = place.resolve("contracts/events");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "contracts/events is not above " + Path.of("").toAbsolutePath());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("there is no " + file + ": a published event needs schema and example", e);
        }
    }
}

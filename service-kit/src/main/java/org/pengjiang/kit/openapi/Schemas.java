package org.pengjiang.kit.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The schemas of a document, and how they hang together. */
final class Schemas {
    static final String REFERENCE = "#/components/schemas/";

    private final OpenAPI document;

    Schemas(OpenAPI document) {
        this.document = document;
    }

    Map<String, Schema> named() {
        Map<String, Schema> schemas = document.getComponents() == null
                ? null
                : document.getComponents().getSchemas();
        return schemas == null ? Map.of() : schemas;
    }

    Schema resolved(Schema schema) {
        String reference = schema.getRef();
        return reference == null
                ? schema
                : Objects.requireNonNull(named().get(reference.substring(REFERENCE.length())), reference);
    }

    Stream<Operation> operations() {
        return document.getPaths() == null
                ? Stream.of()
                : document.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream());
    }

    /** Every schema, however deep. */
    void each(Consumer<Schema> action) {
        named().values().forEach(schema -> walk(schema, action));
        operations().forEach(operation -> {
            orEmpty(operation.getParameters()).stream()
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(schema -> walk(schema, action));
            received(operation).forEach(schema -> walk(schema, action));
            sent(operation).forEach(schema -> walk(schema, action));
        });
    }

    /** The names of everything that stands in a request body. */
    Set<String> inRequests() {
        return namesFrom(operations().flatMap(Schemas::received).toList());
    }

    Set<String> inResponses() {
        return namesFrom(operations().flatMap(Schemas::sent).toList());
    }

    private Set<String> namesFrom(List<Schema> roots) {
        Set<String> names = new TreeSet<>();
        Deque<Schema> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            walk(open.pop(), schema -> {
                String reference = schema.getRef();
                if (reference != null && names.add(reference.substring(REFERENCE.length()))) {
                    open.push(resolved(schema));
                }
            });
        }
        return names;
    }

    private static Stream<Schema> received(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : in(operation.getRequestBody().getContent());
    }

    private static Stream<Schema> sent(Operation operation) {
        return operation.getResponses() == null
                ? Stream.of()
                : operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(response -> in(response.getContent()));
    }

    private static Stream<Schema> in(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    private static void walk(Schema schema, Consumer<Schema> action) {
        action.accept(schema);
        List<Schema> inner = new ArrayList<>();
        if (schema.getProperties() != null) {
            inner.addAll(schema.getProperties().values());
        }
        inner.addAll(orEmpty(schema.getAllOf()));
        inner.addAll(orEmpty(schema.getAnyOf()));
        inner.addAll(orEmpty(schema.getOneOf()));
        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getNot())
                .filter(Objects::nonNull)
                .forEach(inner::add);
        inner.forEach(next -> walk(next, action));
    }

    private static <T> Collection<T> orEmpty(@Nullable Collection<T> values) {
        return values == null ? List.of() : values;
    }
}

package org.pengjiang.kit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Composes an example of each body out of the examples, choices and forms of its members. */
final class Examples {
    private static final int DEEPEST = 6;
    private static final Map<String, Object> BY_FORMAT = Map.of(
            "date", "2026-09-18",
            "date-time", "2026-09-18T17:00:00+08:00",
            "time", "09:00:00",
            "uuid", "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10",
            "uri", "https://example.org/",
            "uri-reference", "/v1/me");
    /** For whatever pattern none of the names fits. */
    private static final List<String> OTHERS =
            List.of("CNY", "NEW_ELECTRONICS", "EPSG:4490", "1.00", "T01", "C3911", "440703", "2026", "a");
    /** By names of members, as regular expressions. */
    private static final String OF_THE_SERVICE = "openapi-examples.properties";

    private final Schemas schemas;
    /** What a member is usually called; the first that fits. All of it is fictional. */
    private final Map<Pattern, String> byName = byName();

    Examples(Schemas schemas) {
        this.schemas = schemas;
    }

    private static Map<Pattern, String> byName() {
        Map<Pattern, String> examples = new LinkedHashMap<>();
        ofTheService().forEach((name, example) -> examples.put(Pattern.compile("(?i)" + name), example));
        examples.put(Pattern.compile("(?i).*division(code)?"), "440703");
        examples.put(Pattern.compile("(?i)enterprise|.*uscc"), "91440703MA00000000");
        examples.put(Pattern.compile("(?i).*yuan"), "120000000.00");
        examples.put(Pattern.compile("(?i).*m2|.*area"), "20000.00");
        examples.put(Pattern.compile("(?i).*phone.*"), "+86 750 000 0000");
        examples.put(Pattern.compile("(?i)cursor|next"), "eyJ2IjoxfQ");
        examples.put(Pattern.compile("(?i)country"), "CN");
        examples.put(Pattern.compile("(?i).*role.*|confirmers|outstanding"), "AUDITOR");
        examples.put(Pattern.compile("(?i).*sha256|.*hash"), "0".repeat(64));
        examples.put(Pattern.compile("(?i).*unit.*"), "U-12");
        examples.put(Pattern.compile("(?i)category"), "A01");
        examples.put(Pattern.compile("allowedCommands"), "sign");
        examples.put(Pattern.compile("(?i).*account.*|.*By|actor|subject"), "a0000000-0000-4000-8000-000000000001");
        examples.put(Pattern.compile("(?i).*reason.*|.*note|text|.*opinion"), "As discussed on site");
        examples.put(Pattern.compile("(?i).*name|title"), "Fictional Kitchens");
        return examples;
    }

    /** The words of its business; none where it has no such file. */
    private static Map<String, String> ofTheService() {
        Properties properties = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(OF_THE_SERVICE)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(OF_THE_SERVICE, e);
        }
        Map<String, String> examples = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> examples.put(name, properties.getProperty(name)));
        return examples;
    }

    void addTo(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().forEach((type, body) -> {
                boolean isJson = type.endsWith("json");
                if (isJson
                        && body.getSchema() != null
                        && body.getExample() == null
                        && (body.getExamples() == null || body.getExamples().isEmpty())) {
                    body.setExample(of("", body.getSchema(), 0, new LinkedHashSet<>()));
                }
            });
        }
    }

    private @Nullable Object of(String name, Schema given, int depth, Set<String> within) {
        String reference = given.getRef();
        Set<String> inside = within;
        if (reference != null) {
            if (within.contains(reference)) {
                return null;
            }
            inside = new LinkedHashSet<>(within);
            inside.add(reference);
        }
        Schema schema = schemas.resolved(given);
        Object known = given(schema);
        if (known != null) {
            return known;
        }
        for (List<Schema> parts : parts(schema)) {
            return of(name, parts.getFirst(), depth, inside);
        }
        return switch (type(schema)) {
            case OBJECT -> object(schema, depth, inside);
            case ARRAY -> array(name, schema, depth, inside);
            case INTEGER, NUMBER -> number(schema);
            case BOOLEAN -> false;
            default -> text(name, schema);
        };
    }

    private static @Nullable Object given(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getDefaultValue() != null) {
            return schema.getDefaultValue();
        }
        return schema.getEnumeration() == null || schema.getEnumeration().isEmpty()
                ? null
                : schema.getEnumeration().getFirst();
    }

    private static List<List<Schema>> parts(Schema schema) {
        List<List<Schema>> parts = new ArrayList<>();
        for (List<Schema> some : new ArrayList<>(
                List.of(orEmpty(schema.getAllOf()), orEmpty(schema.getOneOf()), orEmpty(schema.getAnyOf())))) {
            if (!some.isEmpty()) {
                parts.add(some);
            }
        }
        return parts;
    }

    private static SchemaType type(Schema schema) {
        List<SchemaType> types = schema.getType();
        if (types == null || types.isEmpty()) {
            return SchemaType.OBJECT;
        }
        return types.getFirst();
    }

    private Map<String, Object> object(Schema schema, int depth, Set<String> within) {
        Map<String, Object> example = new LinkedHashMap<>();
        if (schema.getProperties() != null && depth < DEEPEST) {
            schema.getProperties().forEach((name, member) -> {
                Object value = of(name, member, depth + 1, within);
                if (value != null) {
                    example.put(name, value);
                }
            });
        }
        return example;
    }

    private List<Object> array(String name, Schema schema, int depth, Set<String> within) {
        Object item = schema.getItems() == null ? null : of(name, schema.getItems(), depth + 1, within);
        return item == null ? List.of() : List.of(item);
    }

    private static Object number(Schema schema) {
        BigDecimal least = schema.getMinimum();
        return least == null ? (Object) 1 : least.stripTrailingZeros().scale() <= 0 ? least.intValue() : least;
    }

    private String text(String name, Schema schema) {
        Object form = schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
        if (form != null) {
            return form.toString();
        }
        Stream<String> usual = byName.entrySet().stream()
                .filter(named -> named.getKey().matcher(name).matches())
                .map(Map.Entry::getValue);
        return Stream.of(usual, Stream.of(words(name)), OTHERS.stream())
                .flatMap(candidates -> candidates)
                .filter(candidate -> fits(candidate, schema))
                .findFirst()
                .orElse("");
    }

    private static boolean fits(String candidate, Schema schema) {
        String pattern = schema.getPattern();
        return (pattern == null || Pattern.compile(pattern).matcher(candidate).find())
                && (schema.getMaxLength() == null || candidate.length() <= schema.getMaxLength())
                && (schema.getMinLength() == null || candidate.length() >= schema.getMinLength());
    }

    /** {@code bankBranch} as "bank branch": at least it says what belongs there. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static List<Schema> orEmpty(@Nullable List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}

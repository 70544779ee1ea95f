package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ViolationFaults;

/**
 * Reads a JSON body strictly: unknown and doubled properties, numbers for texts, fractions for integers and trailing
 * tokens are faults. A body without a fault is read once; one with faults is read again, each faulty place taken out in
 * turn, so that the answer can name them all. The longer the body, the fewer times it is read.
 */
@ApplicationScoped
class JsonBody {
    private static final int MOST_FAULTS = 50;
    /** What the passes over one faulty body may read together: a body of 1 Mi characters is read four times, not fifty. */
    private static final int MOST_CHARACTERS_READ_AGAIN = 4 << 20;

    private final ObjectMapper json;
    private final ObjectReader strict;
    private final ViolationFaults violations;

    JsonBody(ObjectMapper json, ViolationFaults violations) {
        this.json = json;
        this.strict = json.reader()
                .with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .without(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .withAttribute(TextReader.TYPED, true);
        this.violations = violations;
    }

    /**
     * Null for the literal null.
     *
     * @throws DomainException BODY_MALFORMED, BODY_INVALID, VALUE_UNACCEPTABLE
     */
    @Nullable Object read(byte[] body, JavaType type, Language language) {
        return read(decoded(body), strict.forType(type), language);
    }

    /** What was stored, with a patch merged into it: only what the patch names was typed. */
    @Nullable Object readMerged(String merged, JsonNode patch, JavaType type, Language language) {
        return read(merged, strict.forType(type).withAttribute(TextReader.TYPED, patch), language);
    }

    private @Nullable Object read(String body, ObjectReader reader, Language language) {
        rejectForbiddenCharacters(body);
        try {
            return reader.readValue(body);
        } catch (JsonMappingException faulty) {
            throw allFaults(body, reader, language);
        } catch (IOException malformed) {
            throw malformed(malformed, body);
        }
    }

    /** The tree of a body, checked in the same way. */
    JsonNode readTree(byte[] body) {
        return readTree(decoded(body));
    }

    private JsonNode readTree(String body) {
        rejectForbiddenCharacters(body);
        try {
            return strict.readTree(body);
        } catch (IOException malformed) {
            throw malformed(malformed, body);
        }
    }

    /** What the constraints of an object say that was read from a body. */
    List<Fault> violations(Object value, Language language) {
        return violations.of(value, language);
    }

    private DomainException allFaults(String body, ObjectReader reader, Language language) {
        JsonNode tree = readTree(body);
        List<Fault> faults = new ArrayList<>();
        int passes = Math.clamp(MOST_CHARACTERS_READ_AGAIN / Math.max(1, body.length()), 1, MOST_FAULTS);
        for (int i = 0; i < passes; i++) {
            try {
                Object rest = reader.readValue(tree);
                faults.addAll(furtherViolations(rest, faults, language));
                break;
            } catch (JsonMappingException faulty) {
                Fault fault = BindingFaults.of(faulty, tree);
                boolean isNew =
                        faults.stream().noneMatch(known -> known.pointer().equals(fault.pointer()));
                if (isNew) {
                    faults.add(fault);
                }
                if (!isNew || !BindingFaults.takeOut(tree, faulty)) {
                    break;
                }
            } catch (IOException malformed) {
                throw malformed(malformed, body);
            }
        }
        if (faults.isEmpty()) {
            faults.add(Fault.at("", KitProblem.VALUE_MISSING));
        }
        boolean shape = faults.stream().anyMatch(BindingFaults::isShape);
        return shape
                ? new DomainException(KitProblem.BODY_INVALID, faults)
                : new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
    }

    /** A place that was taken out looks as if it were missing: only other places count. */
    private List<Fault> furtherViolations(@Nullable Object rest, List<Fault> known, Language language) {
        if (rest == null) {
            return List.of();
        }
        return violations.of(rest, language).stream()
                .filter(violation -> known.stream().noneMatch(fault -> isWithin(violation.pointer(), fault.pointer())))
                .toList();
    }

    private static boolean isWithin(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }

    /** Jackson takes overlong forms and code points that Unicode does not have: bytes are decoded before it reads them. */
    private String decoded(byte[] body) {
        try {
            return JsonEncoding.decoded(body);
        } catch (JsonEncoding.Malformed malformed) {
            throw MalformedJson.in(malformed.sound(), json.getFactory());
        }
    }

    private DomainException malformed(IOException malformed, String body) {
        return malformed instanceof StreamConstraintsException
                ? MalformedJson.in(body, json.getFactory())
                : MalformedJson.of(malformed);
    }

    /**
     * PostgreSQL stores no NUL, and half a surrogate pair is no text anywhere. Only a body that holds one, or an
     * escape that could be one, is looked at twice.
     */
    private void rejectForbiddenCharacters(String body) {
        if (isProperText(body) && !body.contains("\\u")) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        JsonFactory factory = json.getFactory();
        try (JsonParser parser = factory.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (text && faults.size() < MOST_FAULTS && !isProperText(parser.getText())) {
                    faults.add(Fault.at(
                            parser.getParsingContext().pathAsPointer().toString(),
                            KitProblem.TEXT_INVALID,
                            forbidden(parser.getText())));
                }
            }
        } catch (IOException malformed) {
            throw malformed(malformed, body);
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.BODY_INVALID, faults);
        }
    }

    private static String forbidden(String text) {
        return text.codePoints()
                .filter(character -> character == 0 || Character.getType(character) == Character.SURROGATE)
                .distinct()
                .limit(5)
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(", "));
    }

    static boolean isProperText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}

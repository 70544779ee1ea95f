package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The place where a text ceases to be JSON, or goes beyond a limit. */
final class MalformedJson {
    private static final String NAME = "Name length";

    private MalformedJson() {}

    static DomainException of(IOException malformed) {
        String pointer =
                malformed instanceof JsonProcessingException json && json.getProcessor() instanceof JsonParser parser
                        ? pointer(parser.getParsingContext())
                        : "";
        return refusal(malformed, pointer, location(malformed));
    }

    /** For a failure that does not say where it happened: reads the text until it fails, at its end at the latest. */
    static DomainException in(String text, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(text)) {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token.isNumeric()) {
                        // only then its length is looked at
                        parser.getDecimalValue();
                    }
                }
                return refusal(null, "", parser.currentLocation());
            } catch (IOException malformed) {
                JsonLocation location = location(malformed);
                String pointer = isOfName(malformed)
                        ? pointer(parser.getParsingContext().getParent())
                        : pointer(parser.getParsingContext());
                return refusal(malformed, pointer, location == null ? parser.currentLocation() : location);
            }
        } catch (IOException unreadable) {
            return of(unreadable);
        }
    }

    private static DomainException refusal(
            @Nullable IOException malformed, String pointer, @Nullable JsonLocation location) {
        int line = location == null ? 1 : location.getLineNr();
        int column = location == null ? 1 : location.getColumnNr();
        DomainException refusal = new DomainException(
                KitProblem.BODY_MALFORMED, List.of(fault(malformed, pointer, line, column)), line, column);
        return refusal.with("line", line).with("column", column);
    }

    /** The parser says in words alone what it is about. */
    private static Fault fault(@Nullable IOException malformed, String pointer, int line, int column) {
        String said = malformed instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
        if (said.startsWith("Duplicate field")) {
            return Fault.at(pointer, KitProblem.PROPERTY_DOUBLED);
        }
        if (malformed instanceof StreamConstraintsException && said.startsWith("Document nesting depth")) {
            return Fault.at(pointer, KitProblem.NESTING_TOO_DEEP, StrictJson.MOST_LEVELS);
        }
        if (malformed instanceof StreamConstraintsException && said.startsWith("Number value length")) {
            return Fault.at(pointer, KitProblem.NUMBER_TOO_LONG, StrictJson.LONGEST_NUMBER);
        }
        if (malformed != null && isOfName(malformed)) {
            return Fault.at(pointer, KitProblem.NAME_TOO_LONG, StrictJson.LONGEST_NAME);
        }
        return Fault.at(pointer, KitProblem.BODY_MALFORMED, line, column);
    }

    private static @Nullable JsonLocation location(IOException malformed) {
        return malformed instanceof JsonProcessingException json ? json.getLocation() : null;
    }

    /** The name before it is still the current one. */
    private static boolean isOfName(IOException malformed) {
        return malformed instanceof StreamConstraintsException limit
                && limit.getOriginalMessage().startsWith(NAME);
    }

    private static String pointer(@Nullable JsonStreamContext place) {
        return place == null ? "" : place.pathAsPointer().toString();
    }
}

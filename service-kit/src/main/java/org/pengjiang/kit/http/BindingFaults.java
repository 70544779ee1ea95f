package org.pengjiang.kit.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.KitProblem;

/** Reads out of Jackson's exceptions what the caller did wrong, without a word of Java. */
final class BindingFaults {
    private BindingFaults() {}

    static Fault of(JsonMappingException failure, JsonNode tree) {
        String pointer = pointer(failure.getPath());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidIdentifier refusal) {
                return Fault.at(pointer, refusal.finding());
            }
            if (cause instanceof DomainException refusal) {
                return refusal.faults().isEmpty()
                        ? new Fault(pointer, refusal.code(), refusal.arguments())
                        : new Fault(
                                pointer + refusal.faults().getFirst().pointer(),
                                refusal.faults().getFirst().code(),
                                refusal.faults().getFirst().arguments());
            }
        }
        if (failure instanceof UnrecognizedPropertyException) {
            return Fault.at(pointer, KitProblem.PROPERTY_UNKNOWN);
        }
        if (tree.at(pointer).isNumber() && isNumber(target(failure))) {
            return Fault.at(pointer, KitProblem.VALUE_RANGE);
        }
        if (tree.at(pointer).isNull() || tree.at(pointer).isMissingNode()) {
            return Fault.at(pointer, KitProblem.VALUE_MISSING);
        }
        return Fault.at(pointer, KitProblem.VALUE_TYPE, expected(target(failure)));
    }

    /**
     * Puts something harmless where the fault was, so that reading on finds the others: nothing, or the default of a
     * primitive, which may not be missing. False where that is not possible.
     */
    static boolean takeOut(JsonNode tree, JsonMappingException failure) {
        List<JsonMappingException.Reference> path = failure.getPath();
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = tree.at(pointer(path.subList(0, path.size() - 1)));
        JsonMappingException.Reference last = path.getLast();
        JsonNode harmless = harmless(target(failure));
        if (parent instanceof ObjectNode object && last.getFieldName() != null) {
            if (harmless == null) {
                object.remove(last.getFieldName());
            } else {
                object.set(last.getFieldName(), harmless);
            }
            return true;
        }
        if (parent instanceof ArrayNode array && last.getIndex() >= 0 && last.getIndex() < array.size()) {
            // the later ones keep their indexes
            array.set(last.getIndex(), harmless == null ? NullNode.getInstance() : harmless);
            return true;
        }
        return false;
    }

    private static @Nullable JsonNode harmless(@Nullable Class<?> type) {
        if (type == null || !type.isPrimitive()) {
            return null;
        }
        return type == boolean.class
                ? BooleanNode.FALSE
                : type == char.class ? TextNode.valueOf("0") : IntNode.valueOf(0);
    }

    /** Shape is 400; a value of the right shape that is not acceptable is 422. */
    static boolean isShape(Fault fault) {
        return fault.code().kind() == Kind.MALFORMED || fault.code() == KitProblem.VALUE_MISSING;
    }

    static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static @Nullable Class<?> target(JsonMappingException failure) {
        return failure instanceof InvalidFormatException format
                ? format.getTargetType()
                : failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private static boolean isNumber(@Nullable Class<?> type) {
        return type != null
                && (Number.class.isAssignableFrom(type)
                        || (type.isPrimitive() && type != boolean.class && type != char.class));
    }

    /** A constant as it stands in JSON. */
    private static String written(Field constant) {
        JsonProperty other = constant.getAnnotation(JsonProperty.class);
        return other == null ? constant.getName() : other.value();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "JSON";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getFields())
                    .filter(Field::isEnumConstant)
                    .map(BindingFaults::written)
                    .collect(Collectors.joining(" | "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true | false";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "number";
        }
        if (isNumber(type) || type == BigInteger.class) {
            return "integer";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return switch (type.getSimpleName()) {
                case "LocalDate" -> "date, 2026-03-05";
                case "YearMonth" -> "month, 2026-03";
                case "Year" -> "year, 2026";
                case "LocalTime" -> "time, 08:30";
                default -> "date-time, 2026-03-05T08:30:00+08:00";
            };
        }
        if (type == UUID.class) {
            return "uuid";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "object" : "string";
    }
}

package org.pengjiang.kit.http;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ViolationFaults;

/**
 * Which constraints the readable query parameters of a request violate, when others cannot be read: the operation is
 * never called then, so nobody else would say. A condition over several parameters needs them all and is left out.
 */
@ApplicationScoped
class QueryConstraints {
    private final Validator validator;
    private final ViolationFaults faults;

    QueryConstraints(Validator validator, ViolationFaults faults) {
        this.validator = validator;
        this.faults = faults;
    }

    List<Fault> violated(
            QueryParameters known,
            Map<String, List<String>> given,
            List<Fault> unreadable,
            ResourceInfo resource,
            Language language) {
        Set<String> left = unreadable.stream().map(Fault::pointer).collect(Collectors.toSet());
        List<Fault> found = new ArrayList<>();
        Map<Integer, String> arguments = new HashMap<>();
        Object[] values = absent(resource.getResourceMethod());
        known.declared().forEach((name, place) -> {
            String pointer = "query:" + name;
            if (left.contains(pointer)) {
                return;
            }
            ParameterValue value = value(place, given.get(name));
            if (!value.isKnown()) {
                return;
            }
            if (place.bean() == null) {
                arguments.put(place.argument(), pointer);
                values[place.argument()] = value.of(place);
            } else {
                found.addAll(faults.of(
                        pointer, validator.validateValue(place.bean(), place.property(), value.of(place)), language));
            }
        });
        if (!arguments.isEmpty()) {
            found.addAll(ofArguments(resource, values, arguments, language));
        }
        return found;
    }

    private List<Fault> ofArguments(
            ResourceInfo resource, Object[] values, Map<Integer, String> arguments, Language language) {
        Object bean = Arc.container().instance(resource.getResourceClass()).get();
        if (bean == null) {
            return List.of();
        }
        List<Fault> found = new ArrayList<>();
        for (ConstraintViolation<?> violation :
                validator.forExecutables().validateParameters(bean, resource.getResourceMethod(), values)) {
            String pointer = arguments.get(argument(violation.getPropertyPath()));
            // the others are no query parameters, and stand empty here
            if (pointer != null) {
                found.addAll(faults.of(pointer, Set.of(violation), language));
            }
        }
        return found;
    }

    private static int argument(Path path) {
        Iterator<Path.Node> nodes = path.iterator();
        nodes.next();
        Path.Node node = nodes.next();
        return node.getKind() == ElementKind.PARAMETER
                ? node.as(Path.ParameterNode.class).getParameterIndex()
                : -1;
    }

    private static Object[] absent(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(QueryConstraints::nothing)
                .toArray();
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : type == int.class ? (Object) 0 : type == long.class ? 0L : null;
    }

    /** What the framework would read later; not known for a type that only its own converter reads. */
    private record ParameterValue(boolean isKnown, @Nullable Object value) {
        @Nullable Object of(QueryParameters.Declared place) {
            return value == null ? nothing(QueryParameters.element(place.type())) : value;
        }
    }

    private static ParameterValue value(QueryParameters.Declared place, @Nullable List<String> given) {
        List<String> texts = given != null ? given : place.byDefault() == null ? List.of() : List.of(place.byDefault());
        Class<?> type = QueryParameters.element(place.type());
        if (QueryParameters.isMany(place.type())) {
            List<@Nullable Object> read = new ArrayList<>();
            texts.forEach(text -> read.add(read(type, text)));
            return new ParameterValue(!read.contains(null), read);
        }
        if (texts.isEmpty()) {
            return new ParameterValue(true, null);
        }
        Object read = read(type, texts.getFirst());
        return new ParameterValue(read != null, read);
    }

    private static @Nullable Object read(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == YearMonth.class) {
            return YearMonth.parse(text);
        }
        if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse(text);
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .filter(constant -> String.valueOf(constant).equals(text))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}

package org.pengjiang.kit.http;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            Object value = value(place, given.get(name));
            if (place.bean() == null) {
                arguments.put(place.argument(), pointer);
                values[place.argument()] = value == null ? values[place.argument()] : value;
            } else {
                found.addAll(
                        faults.of(pointer, validator.validateValue(place.bean(), place.property(), value), language));
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

    /** What the framework would read later. */
    private static @Nullable Object value(QueryParameters.Declared place, @Nullable List<String> given) {
        List<String> texts =
                given != null ? given : Stream.ofNullable(place.byDefault()).toList();
        List<Object> read =
                texts.stream().flatMap(text -> place.form().read(text).stream()).toList();
        return place.isMany() ? read : read.isEmpty() ? null : read.getFirst();
    }
}

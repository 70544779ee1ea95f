package org.pengjiang.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The query parameters that one operation declares, and what is wrong with those that were given. */
final class QueryParameters {
    private final Map<String, Declared> declared = new TreeMap<>();

    /**
     * Where one of them is declared: as a field of a parameter bean, or as an argument of the method itself.
     *
     * @param isMany whether it may stand there several times
     * @param bean absent for an argument
     * @param property the field's name, or the argument's
     * @param argument the index among the method's arguments
     * @param byDefault what it is where the request does not say
     * @param mayBeEmpty whether its name alone says something
     */
    record Declared(
            ScalarText.Form form,
            boolean isMany,
            @Nullable Class<?> bean,
            String property,
            int argument,
            @Nullable String byDefault,
            boolean mayBeEmpty) {}

    QueryParameters(Method method) {
        java.lang.reflect.Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            java.lang.reflect.Parameter parameter = parameters[i];
            add(parameter, parameter.getName(), parameter.getParameterizedType(), parameter.getType(), null, i);
        }
    }

    private void add(
            AnnotatedElement element, String name, Type type, Class<?> raw, @Nullable Class<?> owner, int argument) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            DefaultValue byDefault = element.getAnnotation(DefaultValue.class);
            Parameter said = element.getAnnotation(Parameter.class);
            declared.put(
                    element.getAnnotation(QueryParam.class).value(),
                    new Declared(
                            ScalarText.of(element(type)),
                            Collection.class.isAssignableFrom(raw),
                            owner,
                            name,
                            argument,
                            byDefault == null ? null : byDefault.value(),
                            said != null && said.allowEmptyValue()));
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> bean = raw; bean != null && bean != Object.class; bean = bean.getSuperclass()) {
                for (Field field : bean.getDeclaredFields()) {
                    add(field, field.getName(), field.getGenericType(), field.getType(), bean, argument);
                }
            }
        }
    }

    Map<String, Declared> declared() {
        return declared;
    }

    List<Fault> unknown(Map<String, List<String>> given) {
        return given.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .sorted()
                .map(name -> Fault.at("query:" + name, KitProblem.PARAMETER_UNKNOWN))
                .toList();
    }

    List<Fault> unreadable(Map<String, List<String>> given) {
        return given.entrySet().stream()
                .filter(parameter -> declared.containsKey(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue()).stream())
                .toList();
    }

    private Optional<Fault> fault(String name, List<String> values) {
        Declared place = Objects.requireNonNull(declared.get(name));
        if (values.size() > 1 && !place.isMany()) {
            return Optional.of(Fault.at("query:" + name, KitProblem.PARAMETER_INVALID));
        }
        if (place.form().isText() && !place.mayBeEmpty() && values.stream().anyMatch(String::isBlank)) {
            return Optional.of(Fault.at("query:" + name, KitProblem.VALUE_MISSING));
        }
        if (values.stream().anyMatch(value -> !ScalarText.isText(value))) {
            return Optional.of(Fault.at("query:" + name, KitProblem.TEXT_INVALID));
        }
        return values.stream().allMatch(value -> place.form().read(value).isPresent())
                ? Optional.empty()
                : Optional.of(Fault.at(
                        "query:" + name, KitProblem.VALUE_TYPE, place.form().expected()));
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            return element(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> raw ? raw : Object.class;
    }
}

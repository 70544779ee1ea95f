package org.pengjiang.kit.http;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The path parameters that one operation declares. */
final class PathParameters {
    private final Map<String, Class<?>> types = new HashMap<>();

    PathParameters(Method method) {
        for (Parameter parameter : method.getParameters()) {
            PathParam named = parameter.getAnnotation(PathParam.class);
            if (named != null) {
                types.put(named.value(), parameter.getType());
            }
        }
    }

    boolean areReadable(Map<String, List<String>> given) {
        return types.entrySet().stream()
                .allMatch(declared -> given.getOrDefault(declared.getKey(), List.of()).stream()
                        .allMatch(value ->
                                ScalarText.expected(declared.getValue(), value).isEmpty()));
    }
}

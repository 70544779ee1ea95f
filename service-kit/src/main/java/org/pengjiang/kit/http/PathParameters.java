package org.pengjiang.kit.http;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The path parameters that one operation declares. */
final class PathParameters {
    private final Map<String, ScalarText.Form> forms = new HashMap<>();

    PathParameters(Method method) {
        for (Parameter parameter : method.getParameters()) {
            PathParam named = parameter.getAnnotation(PathParam.class);
            if (named != null) {
                forms.put(named.value(), ScalarText.of(parameter.getType()));
            }
        }
    }

    boolean areReadable(Map<String, List<String>> given) {
        return forms.entrySet().stream()
                .allMatch(declared -> given.getOrDefault(declared.getKey(), List.of()).stream()
                        .allMatch(value -> declared.getValue().read(value).isPresent()));
    }
}

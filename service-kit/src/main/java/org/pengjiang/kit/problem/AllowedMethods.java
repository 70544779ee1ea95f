package org.pengjiang.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address has: the framework knows, but does not tell with its 405. */
@ApplicationScoped
class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Map<String, Set<String>> methodsByPattern = new TreeMap<>();

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(this::add);
    }

    private void add(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path path = method.getAnnotation(Path.class);
                    methodsByPattern
                            .computeIfAbsent(pattern(base, path == null ? "" : path.value()), any -> new TreeSet<>())
                            .add(verb.value());
                }
            }
        }
    }

    private static String pattern(String base, String path) {
        String template = ("/" + base + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (var variable = VARIABLE.matcher(template); variable.find(); end = variable.end()) {
            pattern.append(Pattern.quote(template.substring(end, variable.start())))
                    .append("[^/]+");
        }
        return pattern.append(Pattern.quote(template.substring(end))).toString();
    }

    /** As the value of {@code Allow}. */
    String at(String path) {
        String address = ("/" + path).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        Set<String> methods = new TreeSet<>();
        methodsByPattern.forEach((pattern, found) -> {
            if (address.matches(pattern)) {
                methods.addAll(found);
            }
        });
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}

package org.pengjiang.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which operations an address has: the framework knows, but tells only the operation that it has found. */
@ApplicationScoped
public class OperationTable {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Pattern SLASHES = Pattern.compile("/+");

    /** @param literal the template without its variables */
    private record Entry(String verb, Pattern address, int variables, String literal, Method operation) {}

    private final List<Entry> entries = new ArrayList<>();

    OperationTable(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(this::add);
        entries.sort(Comparator.comparingInt(Entry::variables)
                .thenComparing(entry -> entry.literal().length(), Comparator.reverseOrder()));
    }

    private void add(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path path = method.getAnnotation(Path.class);
                    entries.add(entry(verb.value(), plain(base + "/" + (path == null ? "" : path.value())), method));
                }
            }
        }
    }

    private static Entry entry(String verb, String template, Method operation) {
        StringBuilder pattern = new StringBuilder();
        int variables = 0;
        int end = 0;
        for (var variable = VARIABLE.matcher(template); variable.find(); end = variable.end()) {
            pattern.append(Pattern.quote(template.substring(end, variable.start())))
                    .append("[^/]+");
            variables++;
        }
        pattern.append(Pattern.quote(template.substring(end)));
        return new Entry(
                verb,
                Pattern.compile(pattern.toString()),
                variables,
                VARIABLE.matcher(template).replaceAll(""),
                operation);
    }

    private static String plain(String path) {
        String plain = SLASHES.matcher("/" + path).replaceAll("/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** All of them. */
    public Stream<Method> operations() {
        return entries.stream().map(Entry::operation);
    }

    /** Where several templates fit, that of the fewest variables. */
    public Optional<Method> at(String verb, String path) {
        String address = plain(path);
        return entries.stream()
                .filter(entry -> entry.verb().equals(verb)
                        && entry.address().matcher(address).matches())
                .map(Entry::operation)
                .findFirst();
    }

    /** As the value of {@code Allow}. */
    String methodsAt(String path) {
        String address = plain(path);
        Set<String> methods = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.address().matcher(address).matches())
                .forEach(entry -> methods.add(entry.verb()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}

package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/**
 * Every text of a request body says what it may hold: {@code @OneLine}, {@code @LongText}, {@code @KeyString} or {@code @Pattern};
 * and what is found by it or compared with it, going by its name or its description, has one spelling.
 */
final class RequestTexts {
    /** The last word of a member's name. */
    private static final java.util.regex.Pattern KEY_NAME = java.util.regex.Pattern.compile(
            "(account|code|department|id|idNo|unit)s?|.*[a-z](Account|Code|Department|Id|IdNo|Unit)s?");

    private static final java.util.regex.Pattern KEY_DESCRIPTION =
            java.util.regex.Pattern.compile("(?i)(the )?(account|code) ?(of|:|$).*");

    private static final List<Class<? extends Annotation>> OF_KEYS = List.of(KeyString.class, Pattern.class);
    private static final List<Class<? extends Annotation>> BOUNDS =
            List.of(OneLine.class, LongText.class, KeyString.class, Pattern.class);

    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<String> unbounded = new TreeSet<>();
    private final Set<String> spelledInManyWays = new TreeSet<>();

    private RequestTexts() {}

    static void assertBounded(JavaClasses classes) {
        RequestTexts texts = of(classes);
        if (!texts.unbounded.isEmpty()) {
            throw new AssertionError("texts of a request body that may hold anything: " + texts.unbounded
                    + "; an invisible name or a line break in a title is stored for good: use @OneLine, @LongText,"
                    + " @KeyString or @Pattern instead");
        }
    }

    /** @param shown members that are only shown, although their names are those of keys, as {@code Record.member} */
    static void assertKeysHaveOneSpelling(JavaClasses classes, Set<String> shown) {
        Set<String> keys = of(classes).spelledInManyWays;
        keys.removeAll(shown);
        if (!keys.isEmpty()) {
            throw new AssertionError("keys of a request body that are taken in any spelling: " + keys
                    + "; pasted with an invisible mark they are found by nobody: use @KeyString or @Pattern instead");
        }
    }

    private static RequestTexts of(JavaClasses classes) {
        RequestTexts texts = new RequestTexts();
        for (JavaClass type : classes) {
            type.getMethods().stream()
                    .filter(RequestTexts::isEndpoint)
                    .map(JavaMethod::reflect)
                    .forEach(texts::bodies);
        }
        return texts;
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private void bodies(Method endpoint) {
        for (Parameter parameter : endpoint.getParameters()) {
            boolean fromElsewhere = Stream.of(parameter.getAnnotations())
                    .map(annotation -> annotation.annotationType().getPackageName())
                    .anyMatch(home -> home.startsWith("jakarta.ws.rs") || home.startsWith("org.jboss.resteasy"));
            if (parameter.getType() == MergePatch.class) {
                patched(endpoint, parameter);
            } else if (!fromElsewhere && !parameter.isAnnotationPresent(Context.class)) {
                walk(parameter.getAnnotatedType(), parameter, endpoint.getName() + "(" + parameter.getName() + ")");
            }
        }
    }

    /** The signature of a patch does not say to what it is applied; its documentation does. */
    private void patched(Method endpoint, Parameter parameter) {
        List<Class<?>> described = Stream.of(endpoint, parameter)
                .map(place -> place.getAnnotation(RequestBody.class))
                .filter(body -> body != null)
                .flatMap(body -> Arrays.stream(body.content()))
                .<Class<?>>map(content -> content.schema().implementation())
                .toList();
        if (described.isEmpty()) {
            unbounded.add(endpoint.getName() + ": name the record of the patch in @RequestBody");
        }
        described.forEach(this::members);
    }

    private void walk(AnnotatedType type, AnnotatedElement place, String name) {
        if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
                walk(argument, argument, name + "[]");
            }
        } else if (type.getType() == String.class) {
            if (!hasOne(BOUNDS, type, place)) {
                unbounded.add(name);
            } else if (isKey(name, place) && !hasOne(OF_KEYS, type, place)) {
                spelledInManyWays.add(name);
            }
        } else if (type.getType() instanceof Class<?> record && record.isRecord()) {
            members(record);
        }
    }

    private static boolean hasOne(
            List<Class<? extends Annotation>> bounds, AnnotatedType type, AnnotatedElement place) {
        return bounds.stream().anyMatch(bound -> place.isAnnotationPresent(bound) || type.isAnnotationPresent(bound));
    }

    private static boolean isKey(String name, AnnotatedElement place) {
        Schema schema = place.getAnnotation(Schema.class);
        String member = name.substring(name.indexOf('.') + 1).replace("[]", "");
        return KEY_NAME.matcher(member).matches()
                || (schema != null
                        && KEY_DESCRIPTION.matcher(schema.description()).matches());
    }

    private void members(Class<?> record) {
        if (record.isRecord() && seen.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                String name = record.getSimpleName() + "." + component.getName();
                walk(component.getAnnotatedType(), component.getAccessor(), name);
            }
        }
    }
}

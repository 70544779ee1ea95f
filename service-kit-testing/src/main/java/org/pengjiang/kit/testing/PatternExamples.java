package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;

/** The refusal of a {@code @Pattern} shows a value that fits, and never the regular expression. */
final class PatternExamples {
    private static final String SUCH_AS = "{such.as} ";

    private final Set<String> without = new TreeSet<>();

    private PatternExamples() {}

    static void assertGiven(JavaClasses classes) {
        PatternExamples examples = new PatternExamples();
        for (JavaClass type : classes) {
            if (type.isRecord() || type.isAnnotatedWith(Path.class)) {
                examples.lookAt(type.reflect());
            }
        }
        if (!examples.without.isEmpty()) {
            throw new AssertionError("patterns whose refusal shows no value that fits: " + examples.without
                    + "; say message = \"" + SUCH_AS + "A04\"");
        }
    }

    private void lookAt(Class<?> type) {
        for (Field member : type.getDeclaredFields()) {
            lookAt(member, member.getAnnotatedType(), type.getSimpleName() + "." + member.getName());
        }
        for (Method method : type.getDeclaredMethods()) {
            for (Parameter parameter : method.getParameters()) {
                lookAt(
                        parameter,
                        parameter.getAnnotatedType(),
                        type.getSimpleName() + "." + method.getName() + "(" + parameter.getName() + ")");
            }
        }
    }

    private void lookAt(AnnotatedElement place, AnnotatedType type, String name) {
        for (Pattern pattern : place.getAnnotationsByType(Pattern.class)) {
            requireExample(pattern, name);
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
                lookAt(argument, argument, name + "[]");
            }
        }
    }

    private void requireExample(Pattern pattern, String name) {
        String message = pattern.message();
        if (!message.startsWith(SUCH_AS) || !message.substring(SUCH_AS.length()).matches(pattern.regexp())) {
            without.add(name);
        }
    }
}

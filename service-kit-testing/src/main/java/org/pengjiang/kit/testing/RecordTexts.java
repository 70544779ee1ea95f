package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with a text of its own is written down before anybody has validated it: the framework does so while it reports
 * what is wrong with a request. A text that fails there turns the caller's mistake into a server's fault.
 */
final class RecordTexts {
    private RecordTexts() {}

    static void assertSafe(JavaClasses classes) {
        List<String> unsafe = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.isRecord()) {
                Class<?> record = type.reflect();
                failure(record, null)
                        .or(() -> failure(record, ""))
                        .or(() -> failure(record, " "))
                        .ifPresent(failure -> unsafe.add(record.getName() + ": " + failure));
            }
        }
        if (!unsafe.isEmpty()) {
            throw new AssertionError("toString() has to hold whatever the record holds, for a text of null, of nothing"
                    + " and of a blank: " + unsafe);
        }
    }

    private static Optional<Throwable> failure(Class<?> record, @Nullable String text) {
        Object instance;
        try {
            instance = instance(record, text);
        } catch (InvocationTargetException refused) {
            // a record that refuses to hold it is never written down with it
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        try {
            Objects.requireNonNull(instance.toString());
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private static Object instance(Class<?> record, @Nullable String text) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.stream(components)
                .map(component -> value(component.getType(), text))
                .toArray());
    }

    private static @Nullable Object value(Class<?> type, @Nullable String text) {
        if (type == String.class) {
            return text;
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}

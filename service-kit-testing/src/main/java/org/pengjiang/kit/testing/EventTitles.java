package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.ChangesSince;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.problem.Language;

/** Whoever is refused because something has changed reads what it was: every decisive event has a title. */
final class EventTitles {
    private static final Map<Class<?>, Object> ZEROS =
            Map.of(int.class, 0, long.class, 0L, boolean.class, false, double.class, 0.0);

    private EventTitles() {}

    static void assertComplete(JavaClasses classes) {
        Set<String> bare = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isRecord() && type.isAssignableTo(DomainEvent.class)) {
                DomainEvent event = anyOf(type.reflect());
                Optional<String> chinese = ChangesSince.title(event.type(), Language.CHINESE);
                Optional<String> english = ChangesSince.title(event.type(), Language.ENGLISH);
                if (event.decisive() && (chinese.isEmpty() || english.isEmpty() || chinese.equals(english))) {
                    bare.add(event.type());
                }
            }
        }
        if (!bare.isEmpty()) {
            throw new AssertionError("decisive events without a title in each language: " + bare
                    + "; add it to event-titles.properties and event-titles_zh_CN.properties");
        }
    }

    /** What an event is called and whether it is decisive does not depend on what it holds. */
    private static DomainEvent anyOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = Arrays.stream(types).map(ZEROS::get).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (DomainEvent) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made of nothing", e);
        }
    }
}

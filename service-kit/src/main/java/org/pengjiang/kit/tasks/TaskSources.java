package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pengjiang.kit.log.LoggedAggregate;

/** The sources of the service by the type of aggregate. */
@ApplicationScoped
class TaskSources {
    private final Map<String, TaskSource<LoggedAggregate>> byType = new HashMap<>();

    @SuppressWarnings("unchecked") // subjectType() is what ties a source to its aggregates
    TaskSources(Instance<TaskSource<?>> declared) {
        declared.forEach(source -> {
            if (byType.put(source.subjectType(), (TaskSource<LoggedAggregate>) source) != null) {
                throw new IllegalStateException("two sources speak of the tasks of a " + source.subjectType());
            }
        });
    }

    Collection<TaskSource<LoggedAggregate>> all() {
        return byType.values();
    }

    Optional<TaskSource<LoggedAggregate>> of(String subjectType) {
        return Optional.ofNullable(byType.get(subjectType));
    }
}

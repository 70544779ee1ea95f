package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pengjiang.kit.log.LoggedAggregate;

/** The sources of the service by the type of aggregate. */
@ApplicationScoped
class DueSources {
    private final Map<String, DueSource<LoggedAggregate>> byType = new HashMap<>();

    @SuppressWarnings("unchecked") // subjectType() is what ties a source to its aggregates
    DueSources(Instance<DueSource<?>> declared) {
        declared.forEach(source -> {
            if (byType.put(source.subjectType(), (DueSource<LoggedAggregate>) source) != null) {
                throw new IllegalStateException("two sources speak of the dues of a " + source.subjectType());
            }
        });
    }

    Collection<DueSource<LoggedAggregate>> all() {
        return byType.values();
    }

    Optional<DueSource<LoggedAggregate>> of(String subjectType) {
        return Optional.ofNullable(byType.get(subjectType));
    }
}

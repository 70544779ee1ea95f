package org.pengjiang.kit.log.feed;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;

/** Adds the subjects to a page: one query per subject type. */
@ApplicationScoped
class Subjects {
    private final List<SubjectView> views;

    Subjects(@All List<SubjectView> views) {
        this.views = views;
    }

    List<Change> addTo(List<Change> changes, Caller caller) {
        Map<String, Set<UUID>> wanted = new HashMap<>();
        for (Change change : changes) {
            wanted.computeIfAbsent(change.subjectType(), type -> new HashSet<>())
                    .add(change.subject());
        }
        Map<UUID, Object> loaded = new HashMap<>();
        for (SubjectView view : views) {
            Set<UUID> subjects = wanted.getOrDefault(view.subjectType(), Set.of());
            if (!subjects.isEmpty()) {
                loaded.putAll(view.load(caller, subjects));
            }
        }
        return changes.stream()
                .map(change -> change.withSubject(loaded.get(change.subject())))
                .toList();
    }
}

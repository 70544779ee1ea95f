package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;

/** A thing waits for whatever the test says. A suspicion is told to one account. */
@ApplicationScoped
public class ThingTasks implements TaskSource<Thing>, NoticeSource {
    private static final Map<UUID, List<Task>> WAITING = new ConcurrentHashMap<>();

    public static void waitsFor(UUID thing, Task... tasks) {
        WAITING.put(thing, List.of(tasks));
    }

    @Override
    public String subjectType() {
        return "thing";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("thing-to-count", "thing-to-check", "thing-warned");
    }

    @Override
    public String link(Thing subject) {
        return "/v1/things/" + subject.id();
    }

    @Override
    public List<Task> waiting(Thing subject) {
        return WAITING.getOrDefault(subject.id(), List.of());
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return event instanceof ThingEvent.Suspected suspected
                ? List.of(new EventNotice(
                        "thing-warned",
                        List.of(suspected.text()),
                        Recipient.account("warned"),
                        "/v1/things/" + subject.id(),
                        null,
                        false,
                        true))
                : List.of();
    }
}

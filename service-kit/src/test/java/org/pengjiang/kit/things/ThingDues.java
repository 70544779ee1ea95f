package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;

/** A thing is owed whatever the test says. Each level that is reached is noted in the log. */
@ApplicationScoped
public class ThingDues implements DueSource<Thing> {
    private static final Map<UUID, List<Due>> OWED = new ConcurrentHashMap<>();
    private static final Map<UUID, Consumer<Due>> DISTURBED = new ConcurrentHashMap<>();

    private final Things things;
    private final EventLog log;

    ThingDues(Things things, EventLog log) {
        this.things = things;
        this.log = log;
    }

    public static void owed(UUID thing, Due... dues) {
        OWED.put(thing, List.of(dues));
    }

    /** Happens once, after the level was noted in the log and before the commit. */
    public static void disturb(UUID thing, Consumer<Due> disturbance) {
        DISTURBED.put(thing, disturbance);
    }

    @Override
    public String subjectType() {
        return "thing";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("thing-to-count");
    }

    @Override
    public String link(Thing subject) {
        return "/v1/things/" + subject.id();
    }

    @Override
    public List<Due> open(Thing subject) {
        return OWED.getOrDefault(subject.id(), List.of());
    }

    @Override
    public Thing forChange(DivisionScope scope, UUID id) {
        return things.alongside(scope, id);
    }

    @Override
    public void reached(Thing subject, Due due, Due.Level level) {
        log.append(subject, new ThingEvent.Noted(due.item() + " " + level.name() + " " + level.at()));
        Consumer<Due> disturbance = DISTURBED.remove(subject.id());
        if (disturbance != null) {
            disturbance.accept(due);
        }
    }
}

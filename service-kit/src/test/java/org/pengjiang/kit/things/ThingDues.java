package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.EventLog;

/** A thing is owed whatever the test says. Each level that is reached is noted in the log. */
@ApplicationScoped
public class ThingDues implements DueSource<Thing> {
    private static final Map<UUID, List<Due>> OWED = new ConcurrentHashMap<>();
    private static final Map<UUID, Consumer<Due>> DISTURBED = new ConcurrentHashMap<>();

    private static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();
    private static final String WITHOUT_DUES = """
            SELECT id, division FROM thing t WHERE id = ANY (?) AND id <> ALL (?::uuid[])
               AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = t.id AND d.closed_at IS NULL)
             ORDER BY id LIMIT ? FOR NO KEY UPDATE OF t SKIP LOCKED
            """;

    private final Jdbc jdbc;
    private final Things things;
    private final EventLog log;

    ThingDues(DataSource database, Things things, EventLog log) {
        this.jdbc = Jdbc.of(database);
        this.things = things;
        this.log = log;
    }

    public static void owed(UUID thing, Due... dues) {
        OWED.put(thing, List.of(dues));
    }

    public static void nothingIsOwed() {
        OWED.clear();
        BROKEN.clear();
    }

    /** What it owes cannot be said from now on. */
    public static void breakThing(UUID thing) {
        BROKEN.add(thing);
    }

    public static void mend(UUID thing) {
        BROKEN.remove(thing);
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
        if (BROKEN.contains(subject.id())) {
            throw new IllegalStateException("broken on purpose");
        }
        return OWED.getOrDefault(subject.id(), List.of());
    }

    @Override
    public Thing forChange(DivisionScope scope, UUID id) {
        return things.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        return jdbc.list(
                WITHOUT_DUES,
                row -> new Subject(row.getObject("id", UUID.class), DivisionCode.parse(row.getString("division"))),
                OWED.keySet(),
                except,
                most);
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

package org.pengjiang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.Ids;

/**
 * The bulk replays. A replica claims one for a minute at a time, longer than any event may take, keeps it while it works and
 * notes each subject that it has tried; when it ends, another one goes on behind that subject. Each method is one statement.
 */
@ApplicationScoped
class ParkedEventReplays {
    /** Takes the scope's two, then consumer, reason and subject, each twice. */
    private static final String MATCHES = """
            (?::boolean OR starts_with(m.division, ?))
               AND (?::text IS NULL OR m.consumer = ?) AND (?::text IS NULL OR m.reason = ?)
               AND (?::uuid IS NULL OR m.subject = ?)""";

    private static final String START = """
            INSERT INTO parked_event_replay (id, of_all, division, consumer, reason, subject, requested_by, subjects, found)
            SELECT ?::uuid, ?::boolean, ?::text, ?::text, ?::text, ?::uuid, ?::text, count(DISTINCT (p.consumer, p.subject)), count(*) FROM parked_event p
             WHERE (p.consumer, p.subject) IN (SELECT m.consumer, m.subject FROM parked_event m WHERE %s)
            """.formatted(MATCHES);
    private static final String FIND =
            "SELECT * FROM parked_event_replay WHERE id = ? AND " + ParkedEventScope.CONDITION;
    private static final String CLAIM = """
            UPDATE parked_event_replay SET claim = ?, worked_until = clock_timestamp() + interval '1 minute'
             WHERE id = (SELECT id FROM parked_event_replay WHERE finished_at IS NULL AND worked_until < clock_timestamp()
                          ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;
    private static final String NEXT = """
            SELECT DISTINCT m.consumer, m.subject FROM parked_event m
             WHERE %s AND m.consumer = ANY (?) AND (m.consumer, m.subject) > (?, ?) AND m.parked_at <= ?
             ORDER BY m.consumer, m.subject LIMIT 100
            """.formatted(MATCHES);
    private static final String KEEP = """
            UPDATE parked_event_replay SET worked_until = clock_timestamp() + interval '1 minute'
             WHERE id = ? AND claim = ? AND finished_at IS NULL
            """;
    private static final String LEAVE = """
            UPDATE parked_event_replay
               SET applied = applied + ?, worked_until = CASE WHEN claim = ? THEN '-infinity' ELSE worked_until END
             WHERE id = ?
            """;
    private static final String ADVANCE = """
            UPDATE parked_event_replay
               SET subjects_tried = subjects_tried + 1, applied = applied + ?, still_parked = still_parked + ?,
                   after_consumer = ?, after_subject = ?, worked_until = clock_timestamp() + interval '1 minute'
             WHERE id = ? AND claim = ? AND finished_at IS NULL
            """;
    private static final String FINISH = """
            UPDATE parked_event_replay SET finished_at = clock_timestamp()
             WHERE id = ? AND claim = ? AND finished_at IS NULL
            """;

    private final Jdbc jdbc;

    ParkedEventReplays(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** One subject of one consumer. */
    record Place(String consumer, UUID subject) {}

    /** One that this replica may work on, and where it stands. */
    record Job(UUID id, UUID claim, ParkedEventScope scope, Filter filter, OffsetDateTime requestedAt, Place after) {}

    /** What is replayed; null narrows nothing. */
    record Filter(
            @Nullable String consumer,
            @Nullable Reason reason,
            @Nullable UUID subject) {}

    UUID start(ParkedEventScope scope, String account, ParkedEventReplayRequest request) {
        UUID id = Ids.next();
        Filter filter = new Filter(request.consumer(), request.reason(), request.subject());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id);
        values.add(scope.isOfAll());
        values.add(scope.root());
        values.add(filter.consumer());
        values.add(filter.reason());
        values.add(filter.subject());
        values.add(account);
        values.addAll(matching(scope, filter));
        jdbc.update(START, values.toArray());
        return id;
    }

    Optional<ParkedEventReplay> find(ParkedEventScope scope, UUID id) {
        return jdbc.first(FIND, ParkedEventReplays::view, id, scope.isOfAll(), scope.root());
    }

    Optional<Job> claim() {
        return jdbc.first(CLAIM, ParkedEventReplays::job, UUID.randomUUID());
    }

    List<Place> next(Job job, Place after, Collection<String> consumers) {
        List<@Nullable Object> values = new ArrayList<>(matching(job.scope(), job.filter()));
        values.add(consumers);
        values.add(after.consumer());
        values.add(after.subject());
        values.add(job.requestedAt());
        return jdbc.list(NEXT, row -> new Place(row.getString(1), row.getObject(2, UUID.class)), values.toArray());
    }

    /** Before each event: false when another replica has gone on with it meanwhile. */
    boolean keep(Job job) {
        return jdbc.update(KEEP, job.id(), job.claim()) == 1;
    }

    /** Notes a subject that was tried; false when another replica has gone on with the job meanwhile. */
    boolean advance(Job job, Place to, int applied, int stillParked) {
        return jdbc.update(ADVANCE, applied, stillParked, to.consumer(), to.subject(), job.id(), job.claim()) == 1;
    }

    /** In the middle of a subject: another replica goes on at once, and what was applied of it counts. */
    void leave(Job job, int applied) {
        jdbc.update(LEAVE, applied, job.claim(), job.id());
    }

    void finish(Job job) {
        jdbc.update(FINISH, job.id(), job.claim());
    }

    private static List<@Nullable Object> matching(ParkedEventScope scope, Filter filter) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(scope.isOfAll());
        values.add(scope.root());
        values.add(filter.consumer());
        values.add(filter.consumer());
        values.add(filter.reason());
        values.add(filter.reason());
        values.add(filter.subject());
        values.add(filter.subject());
        return values;
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String name = row.getString("reason");
        return name == null ? null : Reason.valueOf(name);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getObject("claim", UUID.class),
                new ParkedEventScope(row.getBoolean("of_all"), row.getString("division")),
                new Filter(row.getString("consumer"), reason(row), row.getObject("subject", UUID.class)),
                row.getObject("requested_at", OffsetDateTime.class),
                new Place(row.getString("after_consumer"), row.getObject("after_subject", UUID.class)));
    }

    private static ParkedEventReplay view(ResultSet row) throws SQLException {
        OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new ParkedEventReplay(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                reason(row),
                row.getObject("subject", UUID.class),
                finishedAt == null ? ParkedEventReplay.State.RUNNING : ParkedEventReplay.State.FINISHED,
                row.getLong("subjects"),
                row.getLong("found"),
                row.getLong("subjects_tried"),
                row.getLong("applied"),
                row.getLong("still_parked"),
                row.getObject("requested_at", OffsetDateTime.class),
                finishedAt);
    }
}

package org.pengjiang.kit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.access.RowAccess;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** Names in a refusal the decisive events that a caller has not read yet, of those that this caller may see. */
@ApplicationScoped
public class ChangesSince {
    static final int MOST = 20;

    private static final List<String> TITLES = List.of("event-titles", "kit-event-titles");
    /** From the newest row back to the last one that was read, and on from there: not over the whole history. */
    private static final String CHANGES = """
            SELECT l.type, l.occurred_at, l.aggregate_version, %s AS actor
              FROM event_log l
             WHERE l.subject = ? AND l.aggregate_version > ?
               AND l.subject_version > coalesce((
                   SELECT r.subject_version FROM event_log r
                    WHERE r.subject = ? AND r.aggregate_version <= ?
                    ORDER BY r.subject_version DESC LIMIT 1), 0)
               AND %s
             ORDER BY l.subject_version
             LIMIT ?
            """;

    private final Jdbc jdbc;
    private final CurrentCaller caller;
    private final LogAccess access;

    ChangesSince(DataSource database, CurrentCaller caller, LogAccess access) {
        this.jdbc = Jdbc.of(database);
        this.caller = caller;
        this.access = access;
    }

    /**
     * Adds {@code changes}, the oldest first, and {@code moreChanges} when there are more than {@value #MOST}. Rows from before the
     * log noted versions are not among them.
     *
     * @param stored what was changed
     * @param number what clients know its present version by
     * @param read the newest number that the caller has read; absent when nobody can have read it: then nothing is added
     */
    public DomainException addTo(
            DomainException refusal, LoggedAggregate stored, long number, @Nullable Long read, Language language) {
        if (read == null) {
            return refusal;
        }
        long ahead = number - stored.version();
        List<DecisiveChange> changes = since(stored.id(), read - ahead, ahead, language);
        return changes.size() > MOST
                ? refusal.with("changes", changes.subList(0, MOST)).with("moreChanges", true)
                : refusal.with("changes", changes);
    }

    private List<DecisiveChange> since(UUID subject, long version, long ahead, Language language) {
        RowAccess shown = access.of(caller.get());
        List<Object> values = new ArrayList<>(shown.actor().values());
        values.addAll(List.of(subject, version, subject, version));
        values.addAll(shown.rows().values());
        values.add(MOST + 1);
        return jdbc.list(
                CHANGES.formatted(shown.actor().sql(), shown.rows().sql()),
                row -> {
                    String type = row.getString("type");
                    return new DecisiveChange(
                            type,
                            title(type, language).orElse(null),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            row.getLong("aggregate_version") + ahead,
                            row.getString("actor"));
                },
                values.toArray());
    }

    /** What an event is called in that language. */
    public static Optional<String> title(String type, Language language) {
        return TITLES.stream()
                .flatMap(bundle -> Texts.of(bundle, language).find(type).stream())
                .findFirst();
    }
}

package org.pengjiang.kit.due;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pengjiang.kit.tasks.Assignee;

/**
 * Something that somebody owes by a moment.
 *
 * @param kind such as {@code opinion-to-give}: a key of the service's {@code tasks.properties}
 * @param item tells several of one kind apart
 * @param arguments for the title, as those of a {@link org.pengjiang.kit.tasks.Task}
 * @param since when it began to run
 * @param dueAt the last moment that is in time
 * @param provisional whether the moment rests on a calendar that is not published yet
 * @param levels what is reached on the way, the earliest first; {@link #OVERDUE} is always among them
 * @param paused whether it does not run at present
 */
public record Due(
        String kind,
        String item,
        List<String> arguments,
        Assignee assignee,
        Instant since,
        Instant dueAt,
        boolean provisional,
        List<Level> levels,
        boolean paused) {
    /** The level that is reached right after {@code dueAt}. */
    public static final String OVERDUE = "overdue";

    /**
     * A step on the way.
     *
     * @param name unique among the levels of a due
     * @param light what the due shows from then on
     * @param at when it is reached
     */
    public record Level(String name, Light light, Instant at) {}

    public static Due of(
            String kind, Object item, Assignee assignee, Instant since, Instant dueAt, Object... arguments) {
        Instant last = dueAt.truncatedTo(ChronoUnit.MICROS);
        return new Due(
                kind,
                String.valueOf(item),
                Stream.of(arguments).map(String::valueOf).toList(),
                assignee,
                since.truncatedTo(ChronoUnit.MICROS),
                last,
                false,
                List.of(new Level(OVERDUE, Light.RED, afterwards(last))),
                false);
    }

    /** A further level, before or after the due moment. */
    public Due level(String name, Light light, Instant at) {
        return with(
                dueAt,
                Stream.concat(levels.stream(), Stream.of(new Level(name, light, at.truncatedTo(ChronoUnit.MICROS))))
                        .sorted(Comparator.comparing(Level::at).thenComparing(Level::light))
                        .toList());
    }

    public Due provisional(boolean isProvisional) {
        return new Due(kind, item, arguments, assignee, since, dueAt, isProvisional, levels, paused);
    }

    public Due paused(boolean isPaused) {
        return new Due(kind, item, arguments, assignee, since, dueAt, provisional, levels, isPaused);
    }

    /** The due moment and every level moved on. */
    Due moved(UnaryOperator<Instant> move) {
        Instant moved = move.apply(dueAt);
        return with(
                moved,
                levels.stream()
                        .map(level -> new Level(
                                level.name(),
                                level.light(),
                                level.name().equals(OVERDUE) ? afterwards(moved) : move.apply(level.at())))
                        .toList());
    }

    /** The last moment before a level: a pause that begins before it holds it up. */
    Instant endOf(Level level) {
        return level.name().equals(OVERDUE) ? dueAt : level.at();
    }

    /** The database keeps microseconds; exactly at the due moment is in time. */
    private static Instant afterwards(Instant dueAt) {
        return dueAt.plus(1, ChronoUnit.MICROS);
    }

    private Due with(Instant moment, List<Level> steps) {
        return new Due(kind, item, arguments, assignee, since, moment, provisional, steps, paused);
    }
}

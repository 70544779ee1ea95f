package org.pengjiang.kit.log.stream;

import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * Which rows of the log a stream carries. Which of them the caller may see is asked beside it; that the caller sees the subjects
 * themselves is the topic's to say, as everywhere but in the feed.
 *
 * @param rows a condition over {@code event_log l}
 * @param subject the one that all rows are about
 */
public record StreamTopic(SqlCondition rows, Optional<UUID> subject) {
    private static final SqlCondition ALL = SqlCondition.of("true");

    /** All rows of one subject. Ask before whether the caller sees it. */
    public static StreamTopic ofSubject(UUID subject) {
        return new StreamTopic(ALL, Optional.of(subject));
    }

    /** The rows of one subject as long as they satisfy a condition: what lets the caller see it now. */
    public static StreamTopic ofSubject(UUID subject, SqlCondition rows) {
        return new StreamTopic(rows, Optional.of(subject));
    }

    /** The rows that satisfy a condition, which has to leave out the subjects that the caller does not see. */
    public static StreamTopic of(SqlCondition rows) {
        return new StreamTopic(rows, Optional.empty());
    }

    boolean mayCarry(UUID subjectOfRow) {
        return subject.isEmpty() || subject.get().equals(subjectOfRow);
    }

    /** What the log is read by. */
    SqlCondition index() {
        return subject.map(one -> SqlCondition.of("l.subject = ?", one)).orElse(ALL);
    }
}

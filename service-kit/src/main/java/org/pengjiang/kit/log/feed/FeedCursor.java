package org.pengjiang.kit.log.feed;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.problem.DomainException;

/** A place in the log, opaque to the client and valid for one set of types alone. Whoever reads on sees what they may see. */
public record FeedCursor(long pos, long seq) implements Comparable<FeedCursor> {
    public static final FeedCursor BEGINNING = new FeedCursor(0, 0);

    @Override
    public int compareTo(FeedCursor other) {
        return pos == other.pos ? Long.compare(seq, other.seq) : Long.compare(pos, other.pos);
    }

    public String seal(Cursors cursors, Set<String> types) {
        return cursors.serveReplicasBefore()
                ? FormerFeedCursor.write(this, types)
                : cursors.seal(list(types), List.of(pos, seq));
    }

    /** @throws DomainException CURSOR_INVALID for anything that {@link #seal} has not made for these types */
    public static FeedCursor open(Cursors cursors, @Nullable String cursor, Set<String> types) {
        if (cursor == null) {
            return BEGINNING;
        }
        return FormerFeedCursor.read(cursor, types).orElseGet(() -> {
            List<String> position = cursors.open(list(types), cursor);
            return new FeedCursor(Long.parseLong(position.getFirst()), Long.parseLong(position.getLast()));
        });
    }

    private static String list(Set<String> types) {
        return Cursors.list("changes", String.join(",", new TreeSet<>(types)));
    }
}

package org.pengjiang.kit.log.stream;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.log.feed.Change;
import org.pengjiang.kit.log.feed.FeedCursor;

/**
 * The text of streams, as WHATWG's "Server-sent events" has it, made once for all that show the same. Ids are cursors of the
 * change feed for all types.
 */
final class Frames {
    private static final byte[] COMMENT = bytes(":\n\n");

    private final Cursors cursors;
    private final Responses responses;
    private final Map<Shown, byte[]> made = new HashMap<>();

    private record Shown(Change change, boolean official) {}

    Frames(Cursors cursors, Responses responses) {
        this.cursors = cursors;
        this.responses = responses;
    }

    byte[] event(Change change, boolean official) {
        return made.computeIfAbsent(new Shown(change, official), this::make);
    }

    private byte[] make(Shown shown) {
        Change change = shown.change();
        String data = new String(responses.bytes(change, shown.official()), StandardCharsets.UTF_8)
                .replaceAll("\r\n?|\n", "\ndata: ");
        return bytes("id: " + id(change.position()) + "\nevent: " + change.type() + "\ndata: " + data + "\n\n");
    }

    static byte[] retry(int millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    /** An id without data changes where the caller comes back, and is no event. */
    byte[] place(FeedCursor place) {
        return bytes("id: " + id(place) + "\n\n");
    }

    /** A comment, so that whoever stands between keeps the connection; with the place, so that nobody reads far who comes again. */
    Heartbeat heartbeat(FeedCursor place) {
        return new Heartbeat(place, bytes(":\nid: " + id(place) + "\n\n"));
    }

    /** The same for all streams of one moment. */
    record Heartbeat(FeedCursor place, byte[] frame) {
        /** Never leads back before where a stream began. */
        byte[] behind(FeedCursor from) {
            return place.compareTo(from) < 0 ? COMMENT : frame;
        }
    }

    private String id(FeedCursor place) {
        return place.seal(cursors, Set.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

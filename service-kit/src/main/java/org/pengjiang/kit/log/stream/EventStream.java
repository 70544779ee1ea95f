package org.pengjiang.kit.log.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.RowAccess;
import org.pengjiang.kit.log.feed.FeedCursor;

/**
 * One open stream. What is offered to it waits until it has begun and the caller has read what came before; with more than
 * its room it is cut.
 */
final class EventStream {
    /** What it carries, for whom, and until which moment of {@link System#nanoTime} the token holds. */
    record Audience(StreamTopic topic, RowAccess access, long expiresAt) {
        /** What a row has to satisfy. */
        SqlCondition rows() {
            return access.rows().and(topic.rows());
        }
    }

    private final Audience audience;
    private final StreamOutput output;
    private final int room;
    private final Consumer<EndOfStream> ended;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean hasBegun;
    private @Nullable EndOfStream end;
    private final FeedCursor from;
    private long lastHeartbeat;
    private boolean hasMoved = true;

    /**
     * @param from what the caller knows already
     * @param ended is told once why the service ends it
     */
    EventStream(
            Audience audience, FeedCursor from, StreamOutput output, int room, Consumer<EndOfStream> ended, long now) {
        this.from = from;
        this.audience = audience;
        this.output = output;
        this.room = room;
        this.ended = ended;
        this.lastHeartbeat = now;
    }

    Audience audience() {
        return audience;
    }

    /** Sends the opening, then what was offered meanwhile. */
    void begin(List<byte[]> opening) {
        output.run(() -> {
            output.onDrain(this::flush);
            opening.forEach(output::write);
            synchronized (this) {
                hasBegun = true;
            }
            finish();
        });
    }

    void offer(FeedCursor place, byte[] frame) {
        if (place.compareTo(from) > 0) {
            offer(frame);
        }
    }

    /** The opening leaves a gap before what was offered meanwhile: the caller has to come again. */
    void endBehindOpening() {
        synchronized (this) {
            waiting.clear();
            end = EndOfStream.BEHIND;
        }
        ended.accept(EndOfStream.BEHIND);
    }

    /** Sends a comment when it is time, and ends the stream of a token that has expired. */
    void beat(long now, long every, Frames.Heartbeat heartbeat) {
        if (now - audience.expiresAt >= 0) {
            end(EndOfStream.EXPIRED);
            return;
        }
        byte[] frame;
        synchronized (this) {
            if (now - lastHeartbeat < every) {
                return;
            }
            lastHeartbeat = now;
            if (!waiting.isEmpty() && hasBegun && !hasMoved) {
                cut();
                return;
            }
            hasMoved = false;
            frame = heartbeat.behind(from);
        }
        offer(frame);
    }

    /** The caller reads what waits, if the connection takes it at once. */
    void end(EndOfStream reason) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = reason;
        }
        ended.accept(reason);
        output.run(this::finish);
    }

    private void offer(byte[] frame) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            if (!waiting.isEmpty() && waitingBytes + frame.length > room) {
                cut();
                return;
            }
            waiting.add(frame);
            waitingBytes += frame.length;
        }
        output.run(this::flush);
    }

    private void cut() {
        if (end == null) {
            end = EndOfStream.SLOW;
            waiting.clear();
            ended.accept(EndOfStream.SLOW);
            output.run(output::reset);
        }
    }

    private synchronized void flush() {
        while (hasBegun && !waiting.isEmpty() && !output.isFull()) {
            byte[] frame = waiting.remove();
            waitingBytes -= frame.length;
            hasMoved = true;
            output.write(frame);
        }
    }

    private synchronized void finish() {
        flush();
        if (end == null || !hasBegun) {
            return;
        }
        if (end == EndOfStream.SLOW || !waiting.isEmpty()) {
            output.reset();
        } else {
            output.end();
        }
    }
}

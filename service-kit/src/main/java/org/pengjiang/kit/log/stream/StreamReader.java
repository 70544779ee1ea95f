package org.pengjiang.kit.log.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.feed.Change;
import org.pengjiang.kit.log.feed.ChangeFeed;
import org.pengjiang.kit.log.feed.FeedCursor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Reads each new row of the log once and gives it to the streams that may carry it. Who sees a row is asked for many streams
 * in one statement, and only when there is a row: a stream that waits costs no query.
 */
@ApplicationScoped
class StreamReader implements PeriodicJob {
    private static final int ROWS = 500;
    private static final int VIEWERS = 50;

    /** Rows that are read, and who was there to get them. */
    private record Batch(List<ChangeFeed.Head> heads, List<EventStream> streams) {}

    private final ChangeFeed feed;
    private final Cursors cursors;
    private final Responses responses;
    private final StreamConfig config;
    private final Counter events;
    private final LongSupplier nanos;
    private final Set<EventStream> streams = new LinkedHashSet<>();
    private @Nullable FeedCursor read;
    private @Nullable Batch unsent;
    private boolean isStopping;

    @Inject
    StreamReader(ChangeFeed feed, Cursors cursors, Responses responses, StreamConfig config, MeterRegistry meters) {
        this(feed, cursors, responses, config, meters, System::nanoTime);
    }

    StreamReader(
            ChangeFeed feed,
            Cursors cursors,
            Responses responses,
            StreamConfig config,
            MeterRegistry meters,
            LongSupplier nanos) {
        this.feed = feed;
        this.cursors = cursors;
        this.responses = responses;
        this.config = config;
        this.events = meters.counter("suite.streams.events");
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public Period period() {
        return config.every();
    }

    long now() {
        return nanos.getAsLong();
    }

    /**
     * From the place that is returned on, the stream gets what is new.
     *
     * @throws DomainException UNAVAILABLE when the service stops
     */
    synchronized FeedCursor join(EventStream stream) {
        if (isStopping) {
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
        if (read == null) {
            read = feed.end();
        }
        streams.add(stream);
        return read;
    }

    synchronized void leave(EventStream stream) {
        streams.remove(stream);
    }

    /** Before the framework begins to wait for the requests that are open. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        List<EventStream> open;
        synchronized (this) {
            isStopping = true;
            open = List.copyOf(streams);
        }
        open.forEach(stream -> stream.end(EndOfStream.STOPPING));
    }

    @Override
    public void round() {
        if (!isHeard()) {
            return;
        }
        beat();
        if (unsent != null) {
            send(unsent);
        }
        Batch batch;
        do {
            batch = next(feed.heads(place(), ROWS));
            send(batch);
            // a long backlog keeps no expired token open and no proxy waiting
            beat();
        } while (batch.heads.size() == ROWS && SupervisedLoop.goesOn());
    }

    /** While nobody listens nothing is read; whoever comes first then begins at the end of the log. */
    private synchronized boolean isHeard() {
        if (streams.isEmpty()) {
            read = null;
            unsent = null;
        }
        return !streams.isEmpty();
    }

    private synchronized FeedCursor place() {
        return Objects.requireNonNull(read);
    }

    /** From now on a stream that joins starts behind these rows; those that are there get them, also if sending fails once. */
    private synchronized Batch next(List<ChangeFeed.Head> heads) {
        Batch batch = new Batch(heads, List.copyOf(streams));
        if (!heads.isEmpty()) {
            read = heads.getLast().position();
            unsent = batch;
        }
        return batch;
    }

    private void send(Batch batch) {
        List<Group> groups = groups(batch);
        List<List<Change>> seen = new ArrayList<>();
        for (int first = 0; first < groups.size(); first += VIEWERS) {
            seen.addAll(feed.among(groups.subList(first, Math.min(groups.size(), first + VIEWERS)).stream()
                    .map(Group::viewer)
                    .toList()));
        }
        Frames frames = new Frames(cursors, responses);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            for (Change change : seen.get(i)) {
                byte[] frame = frames.event(change, group.viewer.access().showsActor());
                group.streams.forEach(stream -> stream.offer(change.position(), frame));
                events.increment(group.streams.size());
            }
        }
        synchronized (this) {
            unsent = null;
        }
    }

    /** Streams that see the same of the same rows ask together. */
    private record Group(ChangeFeed.Viewer viewer, List<EventStream> streams) {}

    /** What decides what is seen, exactly: arrays are compared by what they hold. */
    private record Question(
            List<Long> rows,
            boolean showsActor,
            String actor,
            List<Object> actorValues,
            String sql,
            List<Object> values,
            String data,
            List<Object> dataValues) {
        static Question of(ChangeFeed.Viewer viewer) {
            return new Question(
                    viewer.seqs(),
                    viewer.access().showsActor(),
                    viewer.access().actor().sql(),
                    comparable(viewer.access().actor()),
                    viewer.rows().sql(),
                    comparable(viewer.rows()),
                    viewer.access().data().sql(),
                    comparable(viewer.access().data()));
        }

        private static List<Object> comparable(SqlCondition condition) {
            return condition.values().stream()
                    .map(value -> value instanceof Object[] array ? Arrays.asList(array) : value)
                    .toList();
        }
    }

    private static List<Group> groups(Batch batch) {
        Map<Question, Group> groups = new LinkedHashMap<>();
        for (EventStream stream : batch.streams) {
            EventStream.Audience audience = stream.audience();
            List<Long> carried = batch.heads.stream()
                    .filter(head -> audience.topic().mayCarry(head.subject()))
                    .map(head -> head.position().seq())
                    .toList();
            if (!carried.isEmpty()) {
                ChangeFeed.Viewer viewer = new ChangeFeed.Viewer(carried, audience.rows(), audience.access());
                groups.computeIfAbsent(Question.of(viewer), question -> new Group(viewer, new ArrayList<>()))
                        .streams
                        .add(stream);
            }
        }
        return List.copyOf(groups.values());
    }

    private void beat() {
        List<EventStream> open;
        FeedCursor told;
        synchronized (this) {
            open = List.copyOf(streams);
            told = unsent == null && read != null ? read : FeedCursor.BEGINNING;
        }
        if (!open.isEmpty()) {
            Frames.Heartbeat heartbeat = new Frames(cursors, responses).heartbeat(told);
            open.forEach(
                    stream -> stream.beat(nanos.getAsLong(), config.heartbeat().toNanos(), heartbeat));
        }
    }
}

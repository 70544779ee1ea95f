package org.pengjiang.kit.log.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.StreamPlaces;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.feed.Change;
import org.pengjiang.kit.log.feed.ChangeFeed;
import org.pengjiang.kit.log.feed.FeedCursor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Answers a request with a stream of what happens. */
@ApplicationScoped
public class LiveStreams {
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    /** For the operation of a stream. */
    public static final String DESCRIPTION =
            "Server-sent events: each has the type of the change, the change as `GET /v1/changes` gives it, and"
                    + " an id. Come again with the last id as `Last-Event-ID`, and nothing is missing or told twice; the id is a"
                    + " cursor of `GET /v1/changes` too. Without it the stream begins now. A comment comes every 15 seconds. The"
                    + " stream ends when the token expires, when the service stops, and for a caller who does not read.";

    public static final String RESUME = "the id of the last event 上次事件编号";

    private static final int MOST_AT_ONCE = 200;
    /** So that those whom one replica has lost do not all come in the same moment. */
    private static final int EARLIEST_RETRY_MILLIS = 1_000;

    private static final int LATEST_RETRY_MILLIS = 5_000;

    private final StreamReader reader;
    private final StreamPlaces places;
    private final StreamConfig config;
    private final ChangeFeed feed;
    private final LogAccess access;
    private final Cursors cursors;
    private final Responses responses;
    private final CurrentCaller caller;
    private final CurrentVertxRequest current;
    private final MeterRegistry meters;

    LiveStreams(
            StreamReader reader,
            StreamPlaces places,
            StreamConfig config,
            ChangeFeed feed,
            LogAccess access,
            Cursors cursors,
            Responses responses,
            CurrentCaller caller,
            CurrentVertxRequest current,
            MeterRegistry meters) {
        this.reader = reader;
        this.places = places;
        this.config = config;
        this.feed = feed;
        this.access = access;
        this.cursors = cursors;
        this.responses = responses;
        this.caller = caller;
        this.current = current;
        this.meters = meters;
    }

    /**
     * What the caller of this request sees of the topic, from the event on that {@code Last-Event-ID} names, or from now on.
     *
     * @throws DomainException CURSOR_INVALID, TOO_MANY_REQUESTS, UNAVAILABLE
     */
    public Response open(StreamTopic topic, @Nullable String lastEventId) {
        Response.ResponseBuilder answer =
                Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).header("X-Accel-Buffering", "no");
        FeedCursor since = lastEventId == null ? null : place(lastEventId);
        if (current.getCurrent().request().method().equals(HttpMethod.HEAD)) {
            return answer.build();
        }
        StreamPlaces.Place held = places.take();
        EventStream stream = stream(caller.get(), topic, since == null ? FeedCursor.BEGINNING : since);
        FeedCursor joined = reader.join(stream);
        held.atEnd(() -> reader.leave(stream));
        Opening opening =
                since == null ? new Opening(List.of(), joined, true) : since(since, joined, stream.audience());
        if (!opening.isWhole()) {
            stream.endBehindOpening();
        }
        return answer.entity(new StreamBody(stream, held, frames(opening, stream.audience())))
                .build();
    }

    private EventStream stream(Caller me, StreamTopic topic, FeedCursor since) {
        long now = reader.now();
        return new EventStream(
                new EventStream.Audience(
                        topic, access.of(me), now + caller.tokenHolds().toNanos()),
                since,
                new HttpOutput(current.getCurrent().request(), Objects.requireNonNull(Vertx.currentContext())),
                config.waitingBytes(),
                reason -> meters.counter("suite.streams.ended", "reason", reason.label())
                        .increment(),
                now);
    }

    private FeedCursor place(String lastEventId) {
        try {
            return FeedCursor.open(cursors, lastEventId, Set.of());
        } catch (DomainException invalid) {
            throw new DomainException(
                    KitProblem.CURSOR_INVALID, List.of(Fault.at("header:" + LAST_EVENT_ID, KitProblem.CURSOR_INVALID)));
        }
    }

    /** @param isWhole whether it reaches to where the reader goes on */
    private record Opening(List<Change> changes, FeedCursor end, boolean isWhole) {}

    /** What has happened since the last event, up to where the reader goes on. */
    private Opening since(FeedCursor since, FeedCursor joined, EventStream.Audience audience) {
        if (since.compareTo(joined) >= 0) {
            // another replica was ahead of this one: what the caller knows already is not told again
            return new Opening(List.of(), since, true);
        }
        ChangeFeed.Walk walk =
                feed.read(audience.topic().index(), audience.rows(), audience.access(), since, MOST_AT_ONCE);
        boolean isWhole = !walk.more() || walk.next().compareTo(joined) >= 0;
        return new Opening(
                walk.changes().stream()
                        .filter(change -> change.position().compareTo(joined) <= 0)
                        .toList(),
                isWhole ? joined : walk.next(),
                isWhole);
    }

    private List<byte[]> frames(Opening opening, EventStream.Audience audience) {
        Frames frames = new Frames(cursors, responses);
        List<byte[]> text = new ArrayList<>();
        text.add(Frames.retry(ThreadLocalRandom.current().nextInt(EARLIEST_RETRY_MILLIS, LATEST_RETRY_MILLIS)));
        opening.changes()
                .forEach(change ->
                        text.add(frames.event(change, audience.access().showsActor())));
        text.add(frames.place(opening.end()));
        return text;
    }
}

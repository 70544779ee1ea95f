package org.pengjiang.kit.load;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs what is due at the end of a request exactly once, whichever way it ends. The router alone does not: an answer that
 * ends while its connection is reset calls end handlers twice, one that is added after the caller has gone is never called,
 * and once the framework streams an answer a caller who goes looks like an answer that ended.
 */
final class RequestEnd {
    /** @see #then */
    @FunctionalInterface
    interface Action {
        void run(boolean hungUp);
    }

    private static final String KEY = "suite.request-end";

    private final HttpServerResponse response;
    private final boolean isHttp2;
    private final List<Action> actions = new ArrayList<>(3);
    private boolean hasEnded;
    private boolean hungUp;

    private RequestEnd(RoutingContext request) {
        this.response = request.response();
        this.isHttp2 = request.request().version() == HttpVersion.HTTP_2;
    }

    /** The same for all of one request. */
    static RequestEnd of(RoutingContext request) {
        RequestEnd known = request.get(KEY);
        if (known != null) {
            return known;
        }
        RequestEnd end = new RequestEnd(request);
        request.put(KEY, end);
        request.addEndHandler(done -> end.run());
        if (end.response.closed()) {
            end.run();
        }
        return end;
    }

    /** At once when the request has ended already. */
    void then(Action action) {
        synchronized (this) {
            if (!hasEnded) {
                actions.add(action);
                return;
            }
        }
        action.run(hungUp);
    }

    /**
     * The answer goes on as a stream: runs now what is due, as if all of it had been sent. What is added from now on runs when
     * the stream ends.
     */
    void goesOn() {
        List<Action> due;
        synchronized (this) {
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(action -> action.run(false));
    }

    private void run() {
        List<Action> due;
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            hasEnded = true;
            hungUp = isUnanswered();
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(action -> action.run(hungUp));
    }

    /** What is written to a closed connection counts as ended too; a stream of HTTP/2 closes when its answer ends. */
    private boolean isUnanswered() {
        return !response.ended() || (!isHttp2 && response.closed());
    }
}

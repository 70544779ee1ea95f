package org.pengjiang.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** How many answers go on as a stream at one time: of all, and of one account. */
@ApplicationScoped
public class StreamPlaces {
    private static final String STREAM = "stream";

    private final CurrentVertxRequest current;
    private final MeterRegistry meters;
    private final int most;
    private final int ofAccount;
    private final Counter refused;
    private final Counter refusedToAccount;
    private final Map<String, Integer> byClient = new HashMap<>();
    private int taken;

    StreamPlaces(CurrentVertxRequest current, EdgeConfig config, MeterRegistry meters) {
        this.current = current;
        this.meters = meters;
        this.most = config.streams().most();
        this.ofAccount = config.streams().ofAccount();
        this.refused = Refused.counter(meters, "streams", STREAM);
        this.refusedToAccount = Refused.counter(meters, "account-streams", STREAM);
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("suite.streams.open", this, StreamPlaces::taken).register(meters);
    }

    /**
     * A place for the answer to the current request, until its end.
     *
     * @throws DomainException TOO_MANY_REQUESTS when the account has its share, UNAVAILABLE when all places are taken
     */
    public Place take() {
        RoutingContext request = current.getCurrent();
        String client = Client.of(request);
        synchronized (this) {
            int own = byClient.getOrDefault(client, 0);
            if (own >= ofAccount) {
                refusedToAccount.increment();
                throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
            }
            if (taken >= most) {
                refused.increment();
                throw new DomainException(KitProblem.UNAVAILABLE);
            }
            taken++;
            byClient.put(client, own + 1);
        }
        return new Place(RequestEnd.of(request), client);
    }

    private synchronized void leave(String client) {
        taken--;
        byClient.computeIfPresent(client, (any, own) -> own == 1 ? null : own - 1);
    }

    private synchronized int taken() {
        return taken;
    }

    /** The place of one stream. */
    public final class Place {
        private final RequestEnd end;
        private final String client;
        private final List<Runnable> atEnd = new ArrayList<>(2);
        private boolean isStream;
        private boolean hasEnded;

        private Place(RequestEnd end, String client) {
            this.end = end;
            this.client = client;
            end.then(unanswered -> endUnlessStream());
        }

        /** Runs once when the answer has ended, whether it became a stream or not; at once when it has ended already. */
        public void atEnd(Runnable action) {
            synchronized (this) {
                if (!hasEnded) {
                    atEnd.add(action);
                    return;
                }
            }
            action.run();
        }

        /** The stream begins: the request gives back what it holds of the other limits. */
        public void begin() {
            synchronized (this) {
                isStream = true;
            }
            end.goesOn();
            end.then(unanswered -> end());
        }

        private void endUnlessStream() {
            synchronized (this) {
                if (isStream) {
                    return;
                }
            }
            end();
        }

        private void end() {
            List<Runnable> due;
            synchronized (this) {
                if (hasEnded) {
                    return;
                }
                hasEnded = true;
                due = List.copyOf(atEnd);
            }
            leave(client);
            due.forEach(Runnable::run);
        }
    }
}

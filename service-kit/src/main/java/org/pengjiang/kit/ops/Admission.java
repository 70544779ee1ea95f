package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Lets requests work in front of the connection pool: each class of work has its share of the pool, and each account a
 * share of that. A place is held from the moment the whole request is there until the answer is made, not while a
 * body trickles in or an answer trickles out.
 */
@ApplicationScoped
public class Admission {
    private static final String HELD = "suite.admission";

    private record Gate(Bulkhead bulkhead, Counter accountFull, Counter classFull) {}

    private final CurrentVertxRequest current;
    private final Map<WorkClass, Gate> gates = new EnumMap<>(WorkClass.class);
    private final Duration longestWait;
    private final MeterRegistry meters;

    Admission(
            CurrentVertxRequest current,
            EdgeConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int pool,
            MeterRegistry meters) {
        this.current = current;
        this.meters = meters;
        this.longestWait = config.work().longestWait();
        for (WorkClass kind : WorkClass.values()) {
            int size = Share.of(pool, kind, config.work());
            int ofOneAccount = Share.of(size, config.accountPercent());
            Bulkhead bulkhead =
                    new Bulkhead(size, ofOneAccount, Share.of(config.maxInFlight(), config.accountPercent()));
            gates.put(
                    kind,
                    new Gate(
                            bulkhead,
                            Refused.counter(meters, "account-share", kind.label()),
                            Refused.counter(meters, "class-share", kind.label())));
        }
    }

    void register(@Observes StartupEvent start) {
        gates.forEach((kind, gate) -> Gauge.builder("suite.http.at.work", gate.bulkhead(), Bulkhead::atWork)
                .tag("class", kind.label())
                .register(meters));
    }

    /**
     * Waits for a place, unless this request has one.
     *
     * @throws DomainException TOO_MANY_REQUESTS when the account has its share, UNAVAILABLE when all places are taken
     */
    public void begin(Method operation) {
        RoutingContext request = current.getCurrent();
        Held held = held(request);
        if (held.isAdmitted) {
            return;
        }
        WorkClass kind = WorkClass.of(operation, request.request().method());
        Gate gate = Objects.requireNonNull(gates.get(kind));
        Bulkhead bulkhead = gate.bulkhead();
        Semaphore account = bulkhead.of(Client.of(request));
        switch (enter(bulkhead, account)) {
            case ADMITTED -> {
                held.isAdmitted = true;
                held.atEnd(() -> bulkhead.leave(account));
            }
            case ACCOUNT_FULL -> {
                gate.accountFull().increment();
                throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
            }
            case CLASS_FULL -> {
                gate.classFull().increment();
                throw new DomainException(KitProblem.UNAVAILABLE);
            }
        }
    }

    /** Runs once when the answer of this request is made, or when it ends without one. */
    public void atEnd(Runnable action) {
        held(current.getCurrent()).atEnd(action);
    }

    /** The answer is made. */
    void end() {
        Held held = current.getCurrent().get(HELD);
        if (held != null) {
            held.end();
        }
    }

    private Bulkhead.Outcome enter(Bulkhead bulkhead, Semaphore account) {
        try {
            boolean mayWait = BlockingOperationControl.isBlockingAllowed();
            return bulkhead.enter(account, mayWait ? longestWait : Duration.ZERO);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Bulkhead.Outcome.CLASS_FULL;
        }
    }

    private static Held held(RoutingContext request) {
        Held known = request.get(HELD);
        if (known != null) {
            return known;
        }
        Held held = new Held();
        request.put(HELD, held);
        // whatever way the request ends, also one that never comes to an answer
        CurrentRequestManager.get().registerCompletionCallback(failure -> held.end());
        return held;
    }

    /** What one request gives back at its end. */
    private static final class Held {
        private final List<Runnable> atEnd = new ArrayList<>(2);
        private boolean isAdmitted;
        private boolean hasEnded;

        synchronized void atEnd(Runnable action) {
            if (hasEnded) {
                action.run();
            } else {
                atEnd.add(action);
            }
        }

        synchronized void end() {
            hasEnded = true;
            atEnd.forEach(Runnable::run);
            atEnd.clear();
        }
    }
}

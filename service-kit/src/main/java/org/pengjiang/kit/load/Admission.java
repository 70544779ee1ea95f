package org.pengjiang.kit.load;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Admission control in front of the connection pool: each class of work has a share of the pool, all classes together
 * have less than the pool, and each account has a share of both. A request holds its place from the moment when all of
 * its body is there until its answer is made, not while a body or an answer trickles.
 */
@ApplicationScoped
public class Admission {
    private static final String HELD = "suite.admission";

    private record Gate(Bulkhead bulkhead, AtomicInteger atWork, Counter accountFull, Counter full) {}

    private final CurrentVertxRequest current;
    private final Map<WorkClass, Gate> gates = new EnumMap<>(WorkClass.class);
    private final Gate all;
    private final Duration longestWait;
    private final EdgeConfig config;
    private final MeterRegistry meters;

    Admission(
            CurrentVertxRequest current,
            EdgeConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int pool,
            MeterRegistry meters) {
        this.current = current;
        this.config = config;
        this.meters = meters;
        this.longestWait = config.work().longestWait();
        this.all = gate(Share.ofRequests(pool, config.work()), "pool-share", Refused.ANY_CLASS);
        for (WorkClass kind : WorkClass.values()) {
            gates.put(kind, gate(Share.of(pool, kind, config.work()), "class-share", kind.label()));
        }
    }

    private Gate gate(int size, String reason, String work) {
        return new Gate(
                new Bulkhead(
                        size,
                        Share.of(size, config.accountPercent()),
                        Share.of(config.maxInFlight(), config.accountPercent())),
                new AtomicInteger(),
                Refused.counter(meters, "account-share", work),
                Refused.counter(meters, reason, work));
    }

    void register(@Observes StartupEvent start) {
        gates.forEach((kind, gate) -> Gauge.builder("suite.http.at.work", gate.atWork(), AtomicInteger::get)
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
        String client = Client.of(request);
        long deadline = System.nanoTime() + longestWait.toNanos();
        enter(gate, client, deadline, held);
        enter(all, client, deadline, held);
        gate.atWork().incrementAndGet();
        held.atEnd(gate.atWork()::decrementAndGet);
        held.isAdmitted = true;
    }

    /** Runs once when the answer of this request is made, or when it ends without one. */
    public void atEnd(Runnable action) {
        held(current.getCurrent()).atEnd(action);
    }

    /** The answer is made. */
    public void end() {
        Held held = current.getCurrent().get(HELD);
        if (held != null) {
            held.end();
        }
    }

    private static void enter(Gate gate, String client, long deadline, Held held) {
        Bulkhead bulkhead = gate.bulkhead();
        Semaphore account = bulkhead.of(client);
        switch (enter(bulkhead, account, deadline)) {
            case ADMITTED -> held.atEnd(() -> bulkhead.leave(account));
            case ACCOUNT_FULL -> {
                gate.accountFull().increment();
                throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
            }
            case FULL -> {
                gate.full().increment();
                throw new DomainException(KitProblem.UNAVAILABLE);
            }
        }
    }

    private static Bulkhead.Outcome enter(Bulkhead bulkhead, Semaphore account, long deadline) {
        long wait = BlockingOperationControl.isBlockingAllowed() ? Math.max(0, deadline - System.nanoTime()) : 0;
        try {
            return bulkhead.enter(account, Duration.ofNanos(wait));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Bulkhead.Outcome.FULL;
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
        private final List<Runnable> atEnd = new ArrayList<>(3);
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

package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;

/** Refuses what cannot be worked on soon. The management port has no part in it: probes and metrics always get through. */
@ApplicationScoped
class InFlightLimit {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final int limit;
    private final EdgeProblems problems;
    private final Counter refused;

    InFlightLimit(EdgeConfig config, EdgeProblems problems, MeterRegistry meters) {
        this.limit = config.maxInFlight();
        this.problems = problems;
        this.refused = meters.counter("suite.http.refused", "reason", "in-flight");
        Gauge.builder("suite.http.in.flight", inFlight, AtomicInteger::get).register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, TraceRequests.FIRST - 2);
    }

    private void admit(RoutingContext request) {
        if (inFlight.incrementAndGet() > limit) {
            inFlight.decrementAndGet();
            refused.increment();
            problems.answer(request, new DomainException(KitProblem.UNAVAILABLE), RETRY_AFTER_SECONDS);
            return;
        }
        // runs also when the client goes away in the middle
        request.addEndHandler(done -> inFlight.decrementAndGet());
        request.next();
    }
}

package org.pengjiang.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.trace.TraceRequests;

/**
 * Refuses new requests once balancers had time to learn that the service stops. The framework would still take them, and
 * would end at the first moment when no request runs.
 */
@ApplicationScoped
class ShutdownFilter {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Duration delay;
    private final EdgeProblems problems;
    private final Counter refused;
    private volatile BooleanSupplier begun = () -> false;

    ShutdownFilter(
            @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay,
            EdgeProblems problems,
            MeterRegistry meters) {
        this.delay = delay;
        this.problems = problems;
        this.refused = Refused.counter(meters, "stopping", Refused.ANY_CLASS);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, TraceRequests.FIRST - 1);
    }

    /** Comes before the framework's own wait begins, so that what is let in until then is waited for. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        long since = System.nanoTime();
        begun = () -> System.nanoTime() - since >= delay.toNanos();
    }

    private void admit(RoutingContext request) {
        if (begun.getAsBoolean()) {
            refused.increment();
            problems.answer(request, new DomainException(KitProblem.UNAVAILABLE), RETRY_AFTER_SECONDS);
            return;
        }
        request.next();
    }
}

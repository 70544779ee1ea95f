package org.pengjiang.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.trace.TraceRequests;

/**
 * Refuses what cannot be worked on soon, and what one account has open beyond its share: slow bodies and slow readers are
 * in flight without being at work. The management port has no part in it: probes and metrics always get through.
 */
@ApplicationScoped
class InFlightLimit {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final int limit;
    private final int ofOneAccount;
    private final EdgeProblems problems;
    private final Counter refused;
    private final Counter refusedToAccount;
    private final Counter hungUp;

    InFlightLimit(EdgeConfig config, EdgeProblems problems, MeterRegistry meters) {
        this.limit = config.maxInFlight();
        this.ofOneAccount = Share.of(limit, config.accountPercent());
        this.problems = problems;
        this.refused = Refused.counter(meters, "in-flight", Refused.ANY_CLASS);
        this.refusedToAccount = Refused.counter(meters, "account-in-flight", Refused.ANY_CLASS);
        this.hungUp = meters.counter("suite.http.hung.up");
        Gauge.builder("suite.http.in.flight", inFlight, AtomicInteger::get).register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, TraceRequests.FIRST - 2);
        filters.register(this::admitOfAccount, SecurityHandlerPriorities.AUTHENTICATION - 2);
    }

    private void admit(RoutingContext request) {
        if (inFlight.incrementAndGet() > limit) {
            inFlight.decrementAndGet();
            refused.increment();
            problems.answer(request, new DomainException(KitProblem.UNAVAILABLE), RETRY_AFTER_SECONDS);
            return;
        }
        RequestEnd.of(request).then(unanswered -> {
            inFlight.decrementAndGet();
            if (unanswered) {
                hungUp.increment();
            }
        });
        request.next();
    }

    private void admitOfAccount(RoutingContext request) {
        String client = Client.of(request);
        int open = byClient.merge(client, 1, Integer::sum);
        RequestEnd.of(request)
                .then(unanswered -> byClient.computeIfPresent(client, (any, count) -> count == 1 ? null : count - 1));
        if (open > ofOneAccount) {
            refusedToAccount.increment();
            problems.answer(request, new DomainException(KitProblem.TOO_MANY_REQUESTS), RETRY_AFTER_SECONDS);
            return;
        }
        request.next();
    }
}

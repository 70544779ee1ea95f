package org.pengjiang.kit.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Limits how many requests one client may send. Requests are counted per account after the authentication, and per
 * network where there is no account. A network that keeps sending refused tokens is answered 429 instead of 401. A token
 * that holds is always let through, because many callers share the address of a gateway. A token of the issuer that has
 * only expired is always answered 401, so that its owner learns that they need a new one.
 */
@ApplicationScoped
class RateLimit {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long MOST_CLIENTS = 20_000;

    private final LoadingCache<String, Bucket> clients;
    private final LoadingCache<String, Bucket> failures;
    private final EdgeProblems problems;
    private final Counter refused;

    RateLimit(EdgeConfig config, EdgeProblems problems, MeterRegistry meters) {
        EdgeConfig.RateLimit limit = config.rateLimit();
        this.clients = buckets(limit.burst(), limit.perSecond(), Duration.ofSeconds(1));
        this.failures = buckets(limit.failuresPerMinute(), limit.failuresPerMinute(), Duration.ofMinutes(1));
        this.problems = problems;
        this.refused = Refused.counter(meters, "rate", Refused.ANY_CLASS);
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, int refill, Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(client -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(capacity).refillGreedy(refill, period))
                        .build());
    }

    void register(@Observes Filters filters) {
        filters.register(this::beforeAuthentication, SecurityHandlerPriorities.AUTHENTICATION + 1);
        filters.register(this::afterAuthentication, SecurityHandlerPriorities.AUTHENTICATION - 1);
    }

    private void beforeAuthentication(RoutingContext request) {
        if (!request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.next();
            return;
        }
        String address = Client.network(request.request().remoteAddress());
        EstimationProbe probe = failures.get(address).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            EdgeProblems.insteadOfUnauthenticated(request, seconds(probe.getNanosToWaitForRefill()));
        }
        // only a refused token counts, and one that was told to wait does not prolong the waiting
        RequestEnd.of(request).then(unanswered -> {
            int status = request.response().getStatusCode();
            if (status == UNAUTHORIZED && !EdgeProblems.isExpiredToken(request)) {
                failures.get(address).consumeIgnoringRateLimits(1);
            } else if (status == TOO_MANY_REQUESTS && request.user() == null) {
                refused.increment();
            }
        });
        request.next();
    }

    private void afterAuthentication(RoutingContext request) {
        ConsumptionProbe probe = clients.get(Client.of(request)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            request.next();
        } else {
            refused.increment();
            problems.answer(
                    request,
                    new DomainException(KitProblem.TOO_MANY_REQUESTS),
                    seconds(probe.getNanosToWaitForRefill()));
        }
    }

    private static int seconds(long nanosToWait) {
        return Math.toIntExact(1 + Duration.ofNanos(nanosToWait).toSeconds());
    }
}

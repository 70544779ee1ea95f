package org.pengjiang.kit.ops;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.supervision.Operations;

/**
 * Who may ask on the management port: everybody for health, because engines and balancers carry no token. For the rest,
 * metrics above all, {@code suite.management.token} as a bearer token; without one only where {@code suite.management.open}
 * says so, which production does not.
 */
@ApplicationScoped
class ManagementGuard {
    /** Before every route of the framework's own. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final String BEARER = "Bearer ";
    private static final List<String> HEALTH =
            List.of("", "/live", "/ready", "/started", "/well", "/group/" + Operations.GROUP);

    private final boolean open;
    private final byte[] token;
    private final String health;
    private final EdgeProblems problems;

    ManagementGuard(
            @ConfigProperty(name = "suite.management.open") boolean open,
            @ConfigProperty(name = "suite.management.token") Optional<String> token,
            @ConfigProperty(name = "quarkus.management.root-path", defaultValue = "/q") String root,
            EdgeProblems problems) {
        this.open = open;
        this.token = token.map(String::strip).orElse("").getBytes(StandardCharsets.UTF_8);
        this.health = root + "/health";
        this.problems = problems;
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.startsWith(health + "/") && !isHealth(path)) {
            // the framework answers UP for a name that no check has
            problems.answer(request, new DomainException(KitProblem.NOT_FOUND), null);
            return;
        }
        if (isHealth(path) || isAllowed(request)) {
            request.next();
            return;
        }
        problems.answer(request, new DomainException(KitProblem.UNAUTHENTICATED), null);
    }

    private boolean isHealth(String path) {
        return HEALTH.stream().anyMatch(known -> path.equals(health + known));
    }

    private boolean isAllowed(RoutingContext request) {
        if (token.length == 0) {
            return open;
        }
        String given = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        // takes as long for every wrong one
        return given != null
                && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        token, given.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}

package org.pengjiang.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of this request, or the service itself while it applies an event or runs a sweep. */
@ApplicationScoped
public class CurrentCaller {
    /** The service itself. It has no division: what it touches, it names by the division of the subject. */
    public static final Caller SYSTEM = new Caller("system", Set.of(), Optional.empty(), Map.of());

    private static final Caller NOBODY = new Caller("anonymous", Set.of(), Optional.empty(), Map.of());

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    CurrentCaller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** How long the token of this request still holds; no time at all without one. */
    public Duration tokenHolds() {
        return identity.getPrincipal() instanceof JsonWebToken token ? TokenLife.left(token) : Duration.ZERO;
    }

    public Caller get() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return SYSTEM;
        }
        // a request without a token is nobody, never the system: roles, division and claims are empty
        Caller caller = identity.getAttribute(CallerFromToken.ATTRIBUTE);
        return caller == null ? NOBODY : caller;
    }
}

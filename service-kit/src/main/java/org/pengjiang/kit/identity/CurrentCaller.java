package org.pengjiang.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    public Caller get() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return SYSTEM;
        }
        // a request without a token is nobody, never the system: roles, division and claims are empty
        Caller caller = identity.getAttribute(CallerFromToken.ATTRIBUTE);
        return caller == null ? NOBODY : caller;
    }
}

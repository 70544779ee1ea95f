package org.pengjiang.kit.openapi;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets Swagger UI, which stands on the management port, call the service on its own: for a browser that is another origin.
 * Every other origin is treated as before, and without the setting so are all.
 */
@ApplicationScoped
class TryItOutOrigins {
    /** Before the token is looked at: a browser asks without one whether it may send one. */
    private static final int BEFORE_EVERYTHING_ELSE = -99_000;

    private static final int REMEMBERED_SECONDS = 600;

    private final List<String> origins;

    TryItOutOrigins(@ConfigProperty(name = "suite.try-it-out.origins") Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of());
    }

    void register(@Observes Router router) {
        if (origins.isEmpty()) {
            return;
        }
        CorsHandler cors = CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(
                        Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE))
                .allowedHeaders(Set.of(
                        "Authorization",
                        "Content-Type",
                        "Accept",
                        "Accept-Language",
                        "Idempotency-Key",
                        "If-Match",
                        "If-None-Match",
                        "X-Requested-With"))
                .exposedHeaders(Set.of("ETag", "Location", "Link", "Retry-After", "Allow", "Content-Language"))
                .maxAgeSeconds(REMEMBERED_SECONDS);
        router.route().order(BEFORE_EVERYTHING_ELSE).handler(request -> {
            String origin = request.request().getHeader(HttpHeaders.ORIGIN);
            if (origin != null && origins.contains(origin)) {
                cors.handle(request);
            } else {
                request.next();
            }
        });
    }
}

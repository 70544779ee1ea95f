package org.pengjiang.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** The first filter: from here on every log line and every refusal of the request carries its trace id. */
@ApplicationScoped
public class TraceRequests {
    /** The order of this filter. A higher number runs earlier. */
    public static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(TraceRequests::begin, FIRST);
    }

    private static void begin(RoutingContext request) {
        // OpenTelemetry, when on, has put its own ids there before
        if (MDC.get(Trace.TRACE_ID) == null) {
            Trace.begin(request.request().getHeader("traceparent"));
        }
        request.next();
    }
}

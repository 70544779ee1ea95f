package org.pengjiang.kit.file;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer about an upload says of the protocol, refusals and OPTIONS included. */
@ApplicationScoped
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class TusProtocol {
    private static final String UPLOADS = "/v1/uploads";
    private static final int EARLY = 400;

    private final String most;

    TusProtocol(FileConfig config) {
        this.most = Long.toString(config.mostBytes());
    }

    void register(@Observes Filters filters) {
        filters.register(this::tell, EARLY);
    }

    private void tell(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(UPLOADS) || path.startsWith(UPLOADS + "/")) {
            MultiMap headers = request.response().headers();
            headers.set("Tus-Resumable", TusHeaders.VERSION);
            headers.set("Tus-Version", TusHeaders.VERSION);
            headers.set("Tus-Extension", "creation,checksum,expiration,termination");
            headers.set("Tus-Checksum-Algorithm", TusHeaders.CHECKSUMS);
            headers.set("Tus-Max-Size", most);
        }
        request.next();
    }
}

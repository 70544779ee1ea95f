package org.pengjiang.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.pengjiang.kit.load.Admission;
import org.pengjiang.kit.trace.ResponseHeaders;

/** Asks for a place before an operation works. One that takes a body asks when the body is there. */
class AdmitWork {
    private record Traits(boolean takesBody, boolean readsLanguage) {}

    private final Map<Method, Traits> traits = new ConcurrentHashMap<>();
    private final Admission admission;
    private final CurrentVertxRequest current;

    AdmitWork(Admission admission, CurrentVertxRequest current) {
        this.admission = admission;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.USER + 1000)
    public void begin(ResourceInfo resource) {
        Method operation = resource.getResourceMethod();
        Traits known = traits.computeIfAbsent(operation, AdmitWork::traits);
        if (known.readsLanguage()) {
            ResponseHeaders.dependsOnLanguage(current.getCurrent());
        }
        if (!known.takesBody()) {
            admission.begin(operation);
        }
    }

    @ServerResponseFilter
    public void end() {
        admission.end();
    }

    private static Traits traits(Method operation) {
        Annotation[][] parameters = operation.getParameterAnnotations();
        return new Traits(
                BodyTypes.takesBody(operation),
                Arrays.stream(parameters).flatMap(Arrays::stream).anyMatch(AdmitWork::isLanguage));
    }

    private static boolean isLanguage(Annotation annotation) {
        return annotation instanceof HeaderParam header && header.value().equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE);
    }
}

package org.pengjiang.kit.ops;

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

/** Asks for a place before an operation works. One that takes a body asks when the body is there. */
class AdmitWork {
    private static final String PARAMETERS = "jakarta.ws.rs";

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
            current.getCurrent().put(ResponseHeaders.DEPENDS_ON_LANGUAGE, true);
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
                Arrays.stream(parameters).anyMatch(AdmitWork::isBody),
                Arrays.stream(parameters).flatMap(Arrays::stream).anyMatch(AdmitWork::isLanguage));
    }

    private static boolean isLanguage(Annotation annotation) {
        return annotation instanceof HeaderParam header && header.value().equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The body goes into the parameter that says nothing about where it comes from. */
    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith(PARAMETERS));
    }
}

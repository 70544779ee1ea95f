package org.pengjiang.kit.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.OperationTable;

/**
 * What can be said about a request before its body is read. A query parameter that the operation does not have, that says
 * nothing or that stands there twice is a mistake of the caller: passing over it would hide it. Whoever is refused for one
 * fault of the query learns all of them.
 */
class RequestShape {
    private record Declared(PathParameters path, QueryParameters query, boolean takesBody) {
        static Declared by(Method operation) {
            return new Declared(
                    new PathParameters(operation), new QueryParameters(operation), BodyTypes.takesBody(operation));
        }
    }

    private final Map<Method, Declared> operations = new ConcurrentHashMap<>();
    private final QueryConstraints constraints;

    RequestShape(QueryConstraints constraints) {
        this.constraints = constraints;
    }

    /** A parameter of a type that nobody can read ends the start, not a request. */
    void start(@Observes StartupEvent event, OperationTable table) {
        table.operations().forEach(operation -> operations.put(operation, Declared.by(operation)));
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Declared declared = operations.computeIfAbsent(resource.getResourceMethod(), Declared::by);
        UriInfo address = request.getUriInfo();
        if (!ScalarText.isText(address.getPath()) || !declared.path().areReadable(address.getPathParameters())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        acceptsJson(request, resource);
        if (!address.getQueryParameters().isEmpty()) {
            checkQuery(declared.query(), address.getQueryParameters(), request, resource);
        }
        if (declared.takesBody() && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            throw BodyTypes.untyped(resource.getResourceMethod());
        }
    }

    private void checkQuery(
            QueryParameters known,
            Map<String, List<String>> given,
            ContainerRequestContext request,
            ResourceInfo resource) {
        List<Fault> unknown = known.unknown(given);
        List<Fault> unreadable = known.unreadable(given);
        if (unknown.isEmpty() && unreadable.isEmpty()) {
            // what violates a constraint is named later, together with what the path and the body violate
            return;
        }
        List<Fault> faults = new ArrayList<>(unknown);
        faults.addAll(unreadable);
        faults.addAll(constraints.violated(known, given, unreadable, resource, language(request)));
        faults.sort(Comparator.comparing(Fault::pointer));
        throw new DomainException(
                faults.size() == unknown.size() ? KitProblem.PARAMETER_UNKNOWN : KitProblem.PARAMETER_INVALID, faults);
    }

    private static Language language(ContainerRequestContext request) {
        return Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The framework negotiates only where @Produces stands; everything else here is JSON. */
    private static void acceptsJson(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(Produces.class)
                || resource.getResourceClass().isAnnotationPresent(Produces.class)) {
            return;
        }
        List<MediaType> accepted = request.getAcceptableMediaTypes();
        if (!accepted.isEmpty()
                && accepted.stream().noneMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new DomainException(KitProblem.NOT_ACCEPTABLE, MediaType.APPLICATION_JSON);
        }
    }
}

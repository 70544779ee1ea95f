package org.pengjiang.kit.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * What can be said about a request before its body is read. A query parameter that the operation does not have is a
 * mistake of the caller: passing over it would hide it.
 */
class RequestShape {
    private final Map<Method, QueryParameters> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (!QueryParameters.isText(request.getUriInfo().getPath())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        acceptsJson(request, resource);
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        QueryParameters known = declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::new);
        refuse(KitProblem.PARAMETER_UNKNOWN, known.unknown(given));
        refuse(KitProblem.PARAMETER_INVALID, known.unreadable(given));
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

    private static void refuse(KitProblem code, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new DomainException(code, faults);
        }
    }
}

package org.pengjiang.kit.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
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

/**
 * What can be said about a request before its body is read. A query parameter that the operation does not have, that says
 * nothing or that stands there twice is a mistake of the caller: passing over it would hide it. Whoever is refused for one
 * fault of the query learns all of them.
 */
class RequestShape {
    private record Declared(PathParameters path, QueryParameters query) {
        static Declared by(Method operation) {
            return new Declared(new PathParameters(operation), new QueryParameters(operation));
        }
    }

    private final Map<Method, Declared> operations = new ConcurrentHashMap<>();
    private final QueryConstraints constraints;

    RequestShape(QueryConstraints constraints) {
        this.constraints = constraints;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Declared declared = operations.computeIfAbsent(resource.getResourceMethod(), Declared::by);
        UriInfo address = request.getUriInfo();
        if (!ScalarText.isText(address.getPath()) || !declared.path().areReadable(address.getPathParameters())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        acceptsJson(request, resource);
        requireKnownCharset(request);
        Map<String, List<String>> given = address.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        QueryParameters known = declared.query();
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

    /**
     * The framework looks for the charset when it reads a text, and an unknown one would be its failure then. JSON is read by
     * its bytes, whatever it says.
     */
    private static void requireKnownCharset(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || type.getSubtype().endsWith("json")) {
            return;
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !isKnown(charset)) {
            throw new DomainException(
                    KitProblem.UNSUPPORTED_MEDIA_TYPE, type.getType() + "/" + type.getSubtype() + ";charset=UTF-8");
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
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

package org.pengjiang.kit.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.trace.TraceRequests;

/**
 * Refuses a request line or headers that are too long or cannot be read, and an address that has a second spelling. The server below has
 * limits eight and four times as wide: what it refuses itself gets no body, and so no problem document.
 */
@ApplicationScoped
class HeadCheck {
    private static final int LONGEST_ADDRESS = 8 << 10;
    private static final int MOST_HEADER_CHARACTERS = 16 << 10;
    private static final char SEMICOLON = ';';

    private final EdgeProblems problems;
    private final BodyTypes types;

    HeadCheck(EdgeProblems problems, BodyTypes types) {
        this.problems = problems;
        this.types = types;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, TraceRequests.FIRST - 3);
    }

    private void check(RoutingContext request) {
        DomainException refusal = refusal(request);
        if (refusal == null) {
            request.next();
        } else {
            problems.answer(request, refusal, null);
        }
    }

    private @Nullable DomainException refusal(RoutingContext request) {
        HttpServerRequest head = request.request();
        if (head.uri().length() > LONGEST_ADDRESS) {
            return new DomainException(KitProblem.URI_TOO_LONG);
        }
        int characters = 0;
        for (Map.Entry<String, String> header : head.headers()) {
            characters += header.getKey().length() + header.getValue().length();
        }
        if (characters > MOST_HEADER_CHARACTERS) {
            return new DomainException(KitProblem.HEADERS_TOO_LARGE);
        }
        if (!isReadable(head.uri())) {
            return new DomainException(KitProblem.REQUEST_MALFORMED);
        }
        if (head.path().indexOf(SEMICOLON) >= 0) {
            // the framework takes what follows for matrix parameters and would find the operation without them
            return new DomainException(KitProblem.NOT_FOUND);
        }
        List<Fault> faults = faultsOfQuery(head.query());
        if (!faults.isEmpty()) {
            return new DomainException(KitProblem.PARAMETER_INVALID, faults);
        }
        if (isEncoded(head)) {
            request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
            return new DomainException(KitProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding: identity");
        }
        if (!areMediaTypes(head.headers().getAll(HttpHeaders.ACCEPT))) {
            return new DomainException(KitProblem.NOT_ACCEPTABLE, MediaType.APPLICATION_JSON);
        }
        return types.refusal(request);
    }

    /** The framework also ends a parameter at a semicolon, where everybody else reads on. */
    private static List<Fault> faultsOfQuery(@Nullable String query) {
        if (query == null || query.indexOf(SEMICOLON) < 0) {
            return List.of();
        }
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.indexOf(SEMICOLON) >= 0)
                .map(parameter -> QueryStringDecoder.decodeComponent(parameter.split("[=;]", 2)[0]))
                .distinct()
                .map(name -> Fault.at("query:" + name, KitProblem.TEXT_INVALID, SEMICOLON))
                .toList();
    }

    /** Nobody would decode it. */
    private static boolean isEncoded(HttpServerRequest head) {
        return head.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .flatMap(codings -> Arrays.stream(codings.split(",")))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(HttpHeaders.IDENTITY.toString()));
    }

    /** The framework reads it late, and takes what it cannot read for a mistake of ours. */
    private static boolean areMediaTypes(List<String> headers) {
        return headers.stream().allMatch(HeadCheck::isMediaType);
    }

    private static boolean isMediaType(String header) {
        if (header.equals(MediaType.APPLICATION_JSON) || header.equals(MediaType.WILDCARD)) {
            return true;
        }
        try {
            return MediaTypeHelper.parseHeader(header) != null;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** Percent signs that lead nowhere end in a bare 400 of the framework otherwise. */
    private static boolean isReadable(String uri) {
        try {
            QueryStringDecoder decoder = new QueryStringDecoder(uri);
            return decoder.path() != null && decoder.parameters() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}

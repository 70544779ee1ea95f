package org.pengjiang.kit.ops;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.EdgeProblems;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Refuses a request line or headers that are too long or cannot be read. The server below has limits eight and four times as wide: what it
 * refuses itself gets no body, and so no problem document.
 */
@ApplicationScoped
class HeadCheck {
    private static final int LONGEST_ADDRESS = 8 << 10;
    private static final int MOST_HEADER_CHARACTERS = 16 << 10;

    private final EdgeProblems problems;

    HeadCheck(EdgeProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, TraceRequests.FIRST - 3);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().length() > LONGEST_ADDRESS) {
            problems.answer(request, new DomainException(KitProblem.URI_TOO_LONG), null);
            return;
        }
        int characters = 0;
        for (Map.Entry<String, String> header : request.request().headers()) {
            characters += header.getKey().length() + header.getValue().length();
        }
        if (characters > MOST_HEADER_CHARACTERS) {
            problems.answer(request, new DomainException(KitProblem.HEADERS_TOO_LARGE), null);
            return;
        }
        if (!isReadable(request.request().uri())) {
            problems.answer(request, new DomainException(KitProblem.REQUEST_MALFORMED), null);
            return;
        }
        if (!areMediaTypes(request.request().headers().getAll(HttpHeaders.CONTENT_TYPE))) {
            problems.answer(
                    request, new DomainException(KitProblem.UNSUPPORTED_MEDIA_TYPE, MediaType.APPLICATION_JSON), null);
            return;
        }
        if (!areMediaTypes(request.request().headers().getAll(HttpHeaders.ACCEPT))) {
            problems.answer(request, new DomainException(KitProblem.NOT_ACCEPTABLE, MediaType.APPLICATION_JSON), null);
            return;
        }
        request.next();
    }

    /** The framework reads these two late, and takes what it cannot read for a mistake of ours. */
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

package org.pengjiang.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What every answer says about itself, problems included: who may keep it, what it depends on, and that its type is meant.
 * A caller may keep what was read with its version, and asks again before using it. Nobody keeps the rest, nor what
 * shows protected values in full.
 */
@ApplicationScoped
public class ResponseHeaders {
    private static final String DEPENDS_ON_LANGUAGE = "suite.depends-on-language";
    private static final String SHOWS_PROTECTED = "suite.shows-protected";
    private static final String PREPARED = "suite.response-headers";
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence ASK_AGAIN = HttpHeaders.createOptimized("private, no-cache");
    private static final String LANGUAGE = "Accept-Language";
    private static final String ENCODING = "Accept-Encoding";
    private static final String ACCOUNT = "Authorization";
    private static final int NOT_MODIFIED = 304;

    private final Set<String> compressed;

    ResponseHeaders(@ConfigProperty(name = "quarkus.http.compress-media-types") List<String> compressed) {
        this.compressed = Set.copyOf(compressed);
    }

    /** This answer holds values that not everybody sees. */
    public static void showsProtected(@Nullable RoutingContext request) {
        if (request != null) {
            request.put(SHOWS_PROTECTED, true);
        }
    }

    /** This answer is not the same in every language. */
    public static void dependsOnLanguage(RoutingContext request) {
        request.put(DEPENDS_ON_LANGUAGE, true);
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, TraceRequests.FIRST + 1);
    }

    private void prepare(RoutingContext request) {
        addTo(request);
        request.next();
    }

    /** Once for each request; also for one that the router has refused before any filter, such as one without Host. */
    public void addTo(RoutingContext request) {
        if (request.get(PREPARED) == null) {
            request.put(PREPARED, true);
            request.addHeadersEndHandler(about -> complete(request));
        }
    }

    private void complete(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set(NOSNIFF_NAME, NOSNIFF);
        headers.set(HttpHeaders.VARY, vary(request, headers));
        headers.set(HttpHeaders.CACHE_CONTROL, mayBeKept(request, headers) ? ASK_AGAIN : NO_STORE);
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith("http")) {
            headers.set(HttpHeaders.LOCATION, withoutHost(location));
        }
    }

    private static boolean mayBeKept(RoutingContext request, MultiMap headers) {
        HttpMethod method = request.request().method();
        return headers.contains(HttpHeaders.ETAG)
                && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && request.get(SHOWS_PROTECTED) == null;
    }

    private String vary(RoutingContext request, MultiMap headers) {
        List<String> said = headers.getAll(HttpHeaders.VARY);
        boolean isInLanguage = request.get(DEPENDS_ON_LANGUAGE) != null || said.contains(LANGUAGE);
        boolean mayBeCompressed = request.response().getStatusCode() == NOT_MODIFIED
                || isCompressed(headers.get(HttpHeaders.CONTENT_TYPE));
        Set<String> all = new LinkedHashSet<>(said);
        all.add(ACCOUNT);
        if (isInLanguage) {
            all.add(LANGUAGE);
        }
        if (mayBeCompressed) {
            all.add(ENCODING);
        }
        return String.join(", ", all);
    }

    private boolean isCompressed(@Nullable String type) {
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        return compressed.contains(
                parameters < 0 ? type : type.substring(0, parameters).trim().toLowerCase(Locale.ROOT));
    }

    /** The service does not know by which scheme and host it was called: a reference without them is right everywhere. */
    private static String withoutHost(String location) {
        int path = location.indexOf('/', location.indexOf("://") + 3);
        return path < 0 ? "/" : location.substring(path);
    }
}

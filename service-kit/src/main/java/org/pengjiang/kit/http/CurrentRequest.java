package org.pengjiang.kit.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Language;

/** The request as it came over the wire: what JAX-RS hides or has already changed. */
@ApplicationScoped
public class CurrentRequest {
    private static final String BODY_DIGEST = "suite.body-digest";
    private static final Pattern UUID_SEGMENT =
            Pattern.compile("(?<=/)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");
    private static final String UPLOAD = "suite.upload";

    private final CurrentVertxRequest current;

    CurrentRequest(CurrentVertxRequest current) {
        this.current = current;
    }

    String method() {
        return required().request().method().name();
    }

    boolean isRead() {
        HttpMethod method = required().request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    String path() {
        return required().request().path();
    }

    /** The same for every spelling of an address that leads to the same resource. */
    String resourcePath() {
        String path = UUID_SEGMENT
                .matcher(required().normalizedPath())
                .replaceAll(id -> id.group().toLowerCase(Locale.ROOT));
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The query string as sent, empty where there is none. */
    String query() {
        String query = required().request().query();
        return query == null ? "" : query;
    }

    /** Every value of a header, one per occurrence. */
    List<String> headers(String name) {
        return required().request().headers().getAll(name);
    }

    /** What the caller wants to read. */
    public Language language() {
        return Language.of(String.join(",", headers(HttpHeaders.ACCEPT_LANGUAGE.toString())));
    }

    void bodyDigest(byte[] digest) {
        required().put(BODY_DIGEST, digest);
    }

    /** Empty when no body was read. */
    Optional<byte[]> bodyDigest() {
        byte[] digest = required().get(BODY_DIGEST);
        return Optional.ofNullable(digest);
    }

    void upload(UploadedFile file) {
        required().put(UPLOAD, file);
    }

    UploadedFile upload() {
        UploadedFile file = required().get(UPLOAD);
        if (file == null) {
            throw new IllegalStateException("a method that takes an UploadedFile is annotated with @Upload");
        }
        return file;
    }

    /** What is still to come of this request is not read. */
    void closeAfterAnswer() {
        RoutingContext context = required();
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        context.addEndHandler(answered -> context.request().connection().close());
    }

    /** Path and query of this request with another cursor. */
    public String pathWithCursor(String cursor) {
        StringBuilder link = new StringBuilder(path()).append('?');
        for (Map.Entry<String, String> parameter : required().queryParams()) {
            if (!parameter.getKey().equals("cursor")) {
                link.append(encode(parameter.getKey()))
                        .append('=')
                        .append(encode(parameter.getValue()))
                        .append('&');
            }
        }
        return link.append("cursor=").append(encode(cursor)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RoutingContext required() {
        RoutingContext context = ifAny();
        if (context == null) {
            throw new IllegalStateException("this runs only inside a request");
        }
        return context;
    }

    private @Nullable RoutingContext ifAny() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }
}

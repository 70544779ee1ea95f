package org.pengjiang.kit.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.trace.ResponseHeaders;

/** Refusals from below JAX-RS: a token that does not hold, an address that cannot be read, nothing routed there. */
@ApplicationScoped
public class EdgeProblems {
    private static final int BEFORE_THE_FRAMEWORKS_HANDLER = -100_000;
    private static final int[] STATUSES = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    private static final int LONGEST_DRAINED_DIGITS = 6;
    private static final String WAIT_SECONDS = "suite.refused-token-waits";
    private static final String EXPIRED = "suite.token-expired";

    private final Problems problems;
    private final ExceptionMapping mapping;
    private final ResponseHeaders headers;

    EdgeProblems(Problems problems, ExceptionMapping mapping, ResponseHeaders headers) {
        this.headers = headers;
        this.problems = problems;
        this.mapping = mapping;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORKS_HANDLER).failureHandler(this::answerFailure);
        for (int status : STATUSES) {
            router.errorHandler(status, this::answerFailure);
        }
    }

    private void answerFailure(RoutingContext request) {
        Throwable failure = request.failure();
        Language language = language(request);
        int status = request.statusCode();
        if (isExpired(failure)) {
            request.put(EXPIRED, true);
        }
        DomainException refusal = failure == null || (status >= 400 && status < 500)
                ? StatusCodes.refusal(status < 400 ? 500 : status)
                : mapping.of(failure, language);
        answer(request, refusal, null);
    }

    /** Should the token of this request not hold, its sender has shown too many such: it is told to wait. */
    public static void insteadOfUnauthenticated(RoutingContext request, int retryAfterSeconds) {
        request.put(WAIT_SECONDS, retryAfterSeconds);
    }

    /** Whether this request was refused for a token that its issuer has signed and that has expired, and for nothing else. */
    public static boolean isExpiredToken(RoutingContext request) {
        return request.get(EXPIRED) != null;
    }

    /** The signature is looked at before the time: whoever learns that a token has expired has shown a real one. */
    private static boolean isExpired(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException refused) {
                return refused.hasExpired();
            }
        }
        return false;
    }

    /** Ends the request with this refusal. */
    public void answer(RoutingContext request, DomainException refusal, @Nullable Integer retryAfterSeconds) {
        Integer wait = request.get(WAIT_SECONDS);
        if (wait != null && refusal.code().kind() == Kind.UNAUTHENTICATED && !isExpiredToken(request)) {
            write(request, new DomainException(KitProblem.TOO_MANY_REQUESTS), wait);
        } else {
            write(request, refusal, retryAfterSeconds);
        }
    }

    private void write(RoutingContext request, DomainException refusal, @Nullable Integer retryAfterSeconds) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Language language = language(request);
        headers.addTo(request);
        response.setStatusCode(Problems.status(refusal.code()))
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        if (refusal.code().kind() == Kind.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (retryAfterSeconds != null) {
            response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
        }
        drainOrClose(request);
        response.end(Buffer.buffer(problems.document(refusal, language)));
    }

    /** An unread body would stand in the way of the connection's next request; a long one is not worth reading. */
    private static void drainOrClose(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean isShort = length != null && length.length() <= LONGEST_DRAINED_DIGITS;
        boolean hasNone = length == null && !request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (!isShort && !hasNone) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            // one more end handler: to replace the one there is would lose what others have to do at the end
            request.addEndHandler(sent -> request.request().connection().close());
        }
        request.request().resume();
    }

    private static Language language(RoutingContext request) {
        return Language.of(String.join(",", request.request().headers().getAll("Accept-Language")));
    }
}

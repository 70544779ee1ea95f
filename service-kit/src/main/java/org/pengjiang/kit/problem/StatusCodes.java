package org.pengjiang.kit.problem;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a bare status of the framework means in our catalogue. */
final class StatusCodes {
    private static final Map<Integer, KitProblem> CODES = Map.ofEntries(
            Map.entry(401, KitProblem.UNAUTHENTICATED),
            Map.entry(403, KitProblem.FORBIDDEN),
            Map.entry(404, KitProblem.NOT_FOUND),
            Map.entry(405, KitProblem.METHOD_NOT_ALLOWED),
            Map.entry(406, KitProblem.NOT_ACCEPTABLE),
            Map.entry(408, KitProblem.BODY_TOO_SLOW),
            Map.entry(409, KitProblem.STATE_CONFLICT),
            Map.entry(412, KitProblem.VERSION_STALE),
            Map.entry(413, KitProblem.BODY_TOO_LARGE),
            Map.entry(414, KitProblem.URI_TOO_LONG),
            Map.entry(415, KitProblem.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(429, KitProblem.TOO_MANY_REQUESTS),
            Map.entry(431, KitProblem.HEADERS_TOO_LARGE),
            Map.entry(503, KitProblem.UNAVAILABLE));
    private static final Map<KitProblem, Object> ARGUMENTS = Map.of(
            KitProblem.NOT_ACCEPTABLE, "application/json",
            KitProblem.UNSUPPORTED_MEDIA_TYPE, "application/json",
            KitProblem.BODY_TOO_LARGE, 1 << 20);

    private StatusCodes() {}

    static DomainException refusal(Response response) {
        return refusal(response.getStatus());
    }

    static DomainException refusal(int status) {
        KitProblem other = status >= 400 && status < 500 ? KitProblem.REQUEST_MALFORMED : KitProblem.INTERNAL;
        KitProblem code = CODES.getOrDefault(status, other);
        Object argument = ARGUMENTS.get(code);
        return argument == null ? new DomainException(code) : new DomainException(code, argument);
    }
}

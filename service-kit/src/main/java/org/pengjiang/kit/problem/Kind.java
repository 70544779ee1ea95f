package org.pengjiang.kit.problem;

/** What went wrong, without HTTP: the kit alone knows which status a kind becomes. */
public enum Kind {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TIMEOUT(408),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_UNSATISFIABLE(416),
    UNACCEPTABLE(422),
    PRECONDITION_MISSING(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    /** Of the tus protocol. */
    CHECKSUM(460),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}

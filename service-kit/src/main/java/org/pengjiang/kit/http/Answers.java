package org.pengjiang.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.pengjiang.kit.log.LoggedAggregate;

/** Responses with the aggregate's version as ETag. Flushes first, so that the version is the stored one. */
public interface Answers {
    /** 201 with Location {@code path + "/" + id}. */
    <A extends LoggedAggregate> Response created(String path, A aggregate, Function<A, ?> view);

    /** 200; 304 for a GET whose If-None-Match holds the version. */
    <A extends LoggedAggregate> Response ok(A aggregate, Function<A, ?> view);

    /** The same for a GET of a projection that was read with its version. */
    Response ok(long version, Object view);
}

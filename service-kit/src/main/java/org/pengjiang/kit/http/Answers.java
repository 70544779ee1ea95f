package org.pengjiang.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pengjiang.kit.log.LoggedAggregate;

/** Responses with the aggregate's version as ETag. Flushes first, so that the version is the stored one. */
@ApplicationScoped
public class Answers {
    private final EntityManager entities;
    private final CurrentRequest request;

    Answers(EntityManager entities, CurrentRequest request) {
        this.entities = entities;
        this.request = request;
    }

    /**
     * 201 with Location {@code path + "/" + id}. It stays relative (RFC 9110, 10.2.2): behind a proxy the service does not
     * know by which scheme and host it was called.
     */
    public <A extends LoggedAggregate> Response created(String path, A aggregate, Function<A, ?> view) {
        flush();
        // as a header, because the framework would make an address of it
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, path + "/" + aggregate.id())
                .tag(tag(aggregate.version()))
                .entity(view.apply(aggregate))
                .build();
    }

    /** 200; 304 for a GET whose If-None-Match holds the version. */
    public <A extends LoggedAggregate> Response ok(A aggregate, Function<A, ?> view) {
        flush();
        return ok(aggregate.version(), () -> view.apply(aggregate));
    }

    /** The same for a GET of a projection that was read with its version. */
    public Response ok(long version, Object view) {
        return ok(version, () -> view);
    }

    /** One page of a list, with {@code Link: rel="next"} while there is more. */
    public <T> Response page(Page<T> page) {
        Response.ResponseBuilder response = Response.ok(page);
        if (page.next() != null) {
            response.header(HttpHeaders.LINK, "<" + request.pathWithCursor(page.next()) + ">; rel=\"next\"");
        }
        return response.build();
    }

    private Response ok(long version, Supplier<?> view) {
        List<String> known = request.isRead() ? request.headers(HttpHeaders.IF_NONE_MATCH) : List.of();
        if (Preconditions.noneMatchHolds(known, version)) {
            return Response.notModified(tag(version)).build();
        }
        return Response.ok(view.get()).tag(tag(version)).build();
    }

    private void flush() {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}

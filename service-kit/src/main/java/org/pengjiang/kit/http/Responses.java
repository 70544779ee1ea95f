package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.AccountNames;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * Responses whose ETag means the representation: the aggregate's version, and a hash of the bytes that are sent. Flushes first,
 * so that the version is the stored one.
 */
@ApplicationScoped
public class Responses {
    private final EntityManager entities;
    private final CurrentRequest request;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final AccountNames names;

    Responses(
            EntityManager entities,
            CurrentRequest request,
            ObjectMapper json,
            CurrentCaller caller,
            AccountNames names) {
        this.entities = entities;
        this.request = request;
        this.json = json;
        this.caller = caller;
        this.names = names;
    }

    /**
     * 201 with Location {@code path + "/" + id}. It stays relative (RFC 9110, 10.2.2): behind a proxy the service does not
     * know by which scheme and host it was called.
     */
    public <A extends LoggedAggregate> Response created(String path, A aggregate, Function<A, ?> view) {
        flush();
        return made(Response.Status.CREATED, path + "/" + aggregate.id(), aggregate.version(), view.apply(aggregate));
    }

    /** The same for what is no aggregate of its own. */
    public Response created(String location, long version, Supplier<?> view) {
        flush();
        return made(Response.Status.CREATED, location, version, view.get());
    }

    /** 202 for work that goes on: its version and how far it has come. */
    public Response accepted(String location, long version, Object view) {
        return made(Response.Status.ACCEPTED, location, version, view);
    }

    private Response made(Response.Status status, String location, long version, Object view) {
        byte[] shown = bytes(view);
        // as a header, because the framework would make an address of it
        return answer(status, shown, VersionTag.of(version, shown))
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** 200; 304 for a GET whose If-None-Match holds the tag of what would be shown. */
    public <A extends LoggedAggregate> Response ok(A aggregate, Function<A, ?> view) {
        flush();
        return ok(aggregate.version(), view.apply(aggregate));
    }

    /** The same for a GET of a projection that was read with its version. */
    public Response ok(long version, Object view) {
        byte[] shown = bytes(view);
        EntityTag tag = VersionTag.of(version, shown);
        List<String> known = request.isRead() ? request.headers(HttpHeaders.IF_NONE_MATCH) : List.of();
        return Preconditions.noneMatchHolds(known, tag)
                ? Response.notModified(tag).build()
                : answer(Response.Status.OK, shown, tag).build();
    }

    /** 200 for what has no version that the caller could use. */
    public Response plain(Object view) {
        return Response.ok(bytes(view)).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** One page of a list, with {@code Link: rel="next"} while there is more. */
    public <T> Response page(Page<T> page) {
        return part(page, page.next());
    }

    /** The same for what is more than a page. */
    public Response part(Object view, @Nullable String next) {
        Response.ResponseBuilder response = Response.ok(bytes(view)).type(MediaType.APPLICATION_JSON_TYPE);
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + request.pathWithCursor(next) + ">; rel=\"next\"");
        }
        return response.build();
    }

    private static Response.ResponseBuilder answer(Response.Status status, byte[] shown, EntityTag tag) {
        return Response.status(status)
                .entity(shown)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(tag);
    }

    /** Once for all: the tag, the answer and the memory of it are made of the same bytes. */
    private byte[] bytes(Object view) {
        return bytes(view, Party.isOfficial(caller.get()));
    }

    /** As an answer shows it; officials read names beside accounts. */
    public byte[] bytes(Object view, boolean official) {
        try {
            if (!official) {
                return json.writeValueAsBytes(view);
            }
            ShownNames shown = new ShownNames();
            ObjectWriter writer = json.writer().withAttribute(ShownNames.class, shown);
            byte[] withoutNames = writer.writeValueAsBytes(view);
            return shown.lookUp(names) ? writer.writeValueAsBytes(view) : withoutNames;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(view.getClass().getName() + " does not turn into JSON", e);
        }
    }

    /** 200, or 304 where the caller knows it, for something with a tag of its own, such as the digest of its bytes. */
    public Response unlessKnown(String tag, Supplier<Response.ResponseBuilder> answer) {
        List<String> known = request.isRead() ? request.headers(HttpHeaders.IF_NONE_MATCH) : List.of();
        EntityTag entity = new EntityTag(tag);
        return Preconditions.noneMatchHolds(known, entity)
                ? Response.notModified(entity).build()
                : answer.get().tag(entity).build();
    }

    private void flush() {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
    }
}

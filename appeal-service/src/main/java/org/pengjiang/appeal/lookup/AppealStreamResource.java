package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.stream.LiveStreams;
import org.pengjiang.kit.log.stream.StreamTopic;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What happens to one appeal, told while it happens. */
@Path("/v1/appeals/{id}/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Appeals")
class AppealStreamResource {
    private final LiveStreams streams;
    private final Appeals appeals;
    private final LogAccess access;
    private final CurrentCaller caller;

    AppealStreamResource(LiveStreams streams, Appeals appeals, LogAccess access, CurrentCaller caller) {
        this.streams = streams;
        this.appeals = appeals;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "streamAppeal",
            summary = "What happens to an appeal, while it happens (诉求实时动态)",
            description = LiveStreams.DESCRIPTION)
    @APIResponseSchema(String.class)
    public Response stream(
            @PathParam("id") UUID id,
            @Parameter(description = LiveStreams.RESUME) @HeaderParam(LiveStreams.LAST_EVENT_ID) @Nullable String lastEventId) {
        if (!appeals.isSeenBy(caller.get(), id)) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        StreamTopic topic = Party.isOfficial(caller.get())
                ? StreamTopic.ofSubject(id, access.within(caller.get()))
                : StreamTopic.ofSubject(id);
        return streams.open(topic, lastEventId);
    }
}

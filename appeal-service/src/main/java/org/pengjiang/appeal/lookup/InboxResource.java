package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.stream.LiveStreams;
import org.pengjiang.kit.log.stream.StreamTopic;

/** What waits for the caller. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class InboxResource {
    private final AppealQueries appeals;
    private final CurrentCaller caller;
    private final Responses responses;
    private final LiveStreams streams;

    InboxResource(AppealQueries appeals, CurrentCaller caller, Responses responses, LiveStreams streams) {
        this.appeals = appeals;
        this.caller = caller;
        this.responses = responses;
        this.streams = streams;
    }

    @GET
    @PermissionsAllowed("appeal:handle")
    @Operation(
            operationId = "listMyInbox",
            summary = "My open appeals by what breaches next (我的待办诉求)",
            description =
                    "Of a clerk or head those of the unit, of everybody those of the special classes one belongs to, of a"
                            + " dispatcher those that wait for a handler. What has no promise to keep stands last.")
    @APIResponseSchema(AppealPage.class)
    public Response list(@BeanParam @Valid PageRequest page) {
        return responses.page(appeals.inbox(caller.get(), page));
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("appeal:handle")
    @Operation(
            operationId = "streamMyInbox",
            summary = "What happens to the appeals of my inbox, while it happens (待办诉求实时动态)",
            description =
                    "Of a clerk or head what happens to the appeals of the unit while it has them, of everybody to those of the"
                            + " special classes one belongs to, of a dispatcher to those that wait for a handler, and each dispatch."
                            + " What brings an appeal into the inbox or takes it away is among it. "
                            + LiveStreams.DESCRIPTION)
    @APIResponseSchema(String.class)
    public Response stream(
            @Parameter(description = LiveStreams.RESUME) @HeaderParam(LiveStreams.LAST_EVENT_ID) @Nullable String lastEventId) {
        return streams.open(StreamTopic.of(InboxChanges.of(caller.get())), lastEventId);
    }
}

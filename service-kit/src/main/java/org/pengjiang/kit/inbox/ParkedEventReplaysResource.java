package org.pengjiang.kit.inbox;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Replays of many parked events at once. */
@Path(ParkedEventReplaysResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class ParkedEventReplaysResource {
    static final String PATH = "/v1/admin/parked-event-replays";

    private final ParkedEventReplays replays;
    private final Responses responses;
    private final CurrentCaller caller;

    ParkedEventReplaysResource(ParkedEventReplays replays, Responses responses, CurrentCaller caller) {
        this.replays = replays;
        this.responses = responses;
        this.caller = caller;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("parked-event:replay")
    @Blocking
    @APIResponseSchema(value = ParkedEventReplay.class, responseCode = "202")
    @Operation(
            operationId = "startParkedEventReplay",
            summary = "Apply many parked events again 批量重放搁置的事件",
            description =
                    "All parked events of the subjects that the body names, each subject in order until one of its"
                            + " events fails again. Works in the background and survives a restart; the answer of Location says"
                            + " how far it has come.")
    public Response start(@Valid @NotNull ParkedEventReplayRequest request) {
        Caller me = caller.get();
        if (me.division().isEmpty()) {
            throw new DomainException(KitProblem.FORBIDDEN);
        }
        UUID id = replays.start(ParkedEventScope.of(me), me.subject(), request);
        ParkedEventReplay replay = find(id);
        return responses.accepted(PATH + "/" + id, replay.version(), replay);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("parked-event:read")
    @Blocking
    @APIResponseSchema(ParkedEventReplay.class)
    @Operation(
            operationId = "getParkedEventReplay",
            summary = "How far a replay has come 重放进度",
            description = "Subjects and events found at the start, brought back, and still parked.")
    public Response get(@PathParam("id") UUID id) {
        ParkedEventReplay replay = find(id);
        return responses.ok(replay.version(), replay);
    }

    private ParkedEventReplay find(UUID id) {
        return replays.find(ParkedEventScope.of(caller.get()), id)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

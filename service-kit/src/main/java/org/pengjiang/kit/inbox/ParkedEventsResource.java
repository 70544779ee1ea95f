package org.pengjiang.kit.inbox;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.text.LongText;

/** Events of other services that could not be applied. */
@Path("/v1/admin/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class ParkedEventsResource {
    private static final String LIST = Cursors.list("parked events");

    private final ParkedEventList list;
    private final ReplayParkedEvents replay;
    private final DiscardParkedEvent discard;
    private final Cursors cursors;
    private final Responses responses;
    private final CurrentCaller caller;

    ParkedEventsResource(
            ParkedEventList list,
            ReplayParkedEvents replay,
            DiscardParkedEvent discard,
            Cursors cursors,
            Responses responses,
            CurrentCaller caller) {
        this.list = list;
        this.discard = discard;
        this.replay = replay;
        this.cursors = cursors;
        this.responses = responses;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("parked-event:read")
    @Blocking
    @APIResponseSchema(ParkedEvent.Part.class)
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events that wait for a replay",
            description =
                    "What could not be applied, and every later event of the same subject, oldest first; of the own division."
                            + " PLATFORM_ADMIN sees those of all divisions, and alone sees those that name none because they"
                            + " cannot be read.")
    public Response list(
            @Parameter(description = "next of the answer before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "at most so many") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : cursors.openId(LIST, cursor);
        List<ParkedEvent> found = list.after(ParkedEventScope.of(caller.get()), after, limit);
        String next = found.size() < limit
                ? null
                : cursors.sealId(LIST, found.getLast().id());
        return responses.page(new Page<>(found, next));
    }

    @POST
    @Path("/{id}/replay")
    @Command(ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("parked-event:replay")
    @Blocking
    @APIResponseSchema(ReplayParkedEvents.Replayed.class)
    @Operation(
            operationId = "replayParkedEvents",
            summary = "Apply the parked events of a subject again",
            description = "All parked events of the same consumer and subject, in order, until one fails again.")
    public Response replay(@PathParam("id") UUID id) {
        return Response.ok(replay.replay(ParkedEventScope.of(caller.get()), id)).build();
    }

    /** Why an event is given up. */
    @Schema(name = "DiscardReason")
    record DiscardReason(
            @Schema(
                    description = "for the audit trail 理由",
                    examples = "Its data are cut off; entered by hand as credit 2026-17.")
            @NotNull @LongText(max = 500)
            String reason) {}

    @POST
    @Path("/{id}/discard")
    @Command(ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("parked-event:discard")
    @Blocking
    @APIResponseSchema(DiscardParkedEvent.Discarded.class)
    @Operation(
            operationId = "discardParkedEvent",
            summary = "Give up a parked event 放弃一个搁置的事件",
            description =
                    "For an event that will never be applied, such as one that cannot be read. It is kept in discarded_event"
                            + " with the reason, the log says who gave it up, and the events behind it go on in order. One"
                            + " that only waits for another is refused. leavesGap says that the consumer accumulates and its"
                            + " figures lack what the event carried.")
    public Response discard(@PathParam("id") UUID id, @Valid @NotNull DiscardReason body) {
        return Response.ok(discard.discard(caller.get(), id, body.reason())).build();
    }
}

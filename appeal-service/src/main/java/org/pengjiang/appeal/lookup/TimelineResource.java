package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.timeline.Timeline;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The history of one appeal. */
@Path("/v1/appeals/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class TimelineResource {
    private final Timeline timeline;
    private final Appeals appeals;
    private final CurrentCaller caller;
    private final Responses responses;

    TimelineResource(Timeline timeline, Appeals appeals, CurrentCaller caller, Responses responses) {
        this.timeline = timeline;
        this.appeals = appeals;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "getAppealTimeline",
            summary = "What happened to an appeal, oldest first (诉求时间线)",
            description = "An enterprise sees what concerns it, and not which account acted.")
    @APIResponseSchema(TimelinePage.class)
    public Response read(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        Caller reader = caller.get();
        if (appeals.seenBy(reader, id).isEmpty()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return responses.page(timeline.of(reader, id, page));
    }
}

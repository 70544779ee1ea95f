package org.pengjiang.project.shares;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
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
import org.pengjiang.kit.identity.CurrentCaller;

/** Credit shares of one project. */
@Path("/v1/projects/{id}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credit shares")
class ShareResource {
    private final ShareProject share;
    private final CurrentCaller caller;
    private final Responses responses;

    ShareResource(ShareProject share, CurrentCaller caller, Responses responses) {
        this.share = share;
        this.caller = caller;
        this.responses = responses;
    }

    @PUT
    @Command(idempotencyKey = false)
    @PermissionsAllowed("project:share")
    @Operation(
            operationId = "shareProject",
            summary = "Set the teams' shares (业绩分成): 10000 basis points in all; after signing by the office's ruling")
    @APIResponseSchema(SharesView.class)
    public Response share(@PathParam("id") UUID id, @NotNull @Valid ShareDemand demand) {
        return responses.ok(share.share(id, demand, caller.get()), SharesView::of);
    }
}

package org.pengjiang.appeal.dispatching;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Giving an appeal to its handler. */
@Path("/v1/appeals/{id}/dispatch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class DispatchResource {
    private final DispatchAppeal dispatch;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    DispatchResource(DispatchAppeal dispatch, AppealViews views, CurrentCaller caller, Responses responses) {
        this.dispatch = dispatch;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:dispatch")
    @Operation(operationId = "dispatchAppeal", summary = "Give an appeal to a unit or the special class (分派)")
    @APIResponseSchema(AppealView.class)
    public Response dispatch(@PathParam("id") UUID id, @NotNull @Valid DispatchOrder order) {
        return responses.ok(dispatch.dispatch(id, order, caller.get()), views::view);
    }
}

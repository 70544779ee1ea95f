package org.pengjiang.appeal.screening;

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

/** What is missing in a filing. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class SupplementResource {
    private final RequestSupplement request;
    private final SupplementAppeal supplement;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    SupplementResource(
            RequestSupplement request,
            SupplementAppeal supplement,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.request = request;
        this.supplement = supplement;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/supplement-request")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "requestSupplement",
            summary = "Ask once for what is missing in a filing (要求补正)",
            description =
                    "The promises of the reply pause until it is supplied, five working days at most; without a supplement the appeal ends then.")
    @APIResponseSchema(AppealView.class)
    public Response request(@PathParam("id") UUID id, @NotNull @Valid NewSupplementRequest said) {
        return responses.ok(request.request(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/supplement")
    @Command
    @PermissionsAllowed("appeal:supplement")
    @Operation(
            operationId = "supplementAppeal",
            summary = "Supply what is missing (补正)",
            description =
                    "By the enterprise or the partner that filed; by the centre where an office has filed. The promises go on at once.")
    @APIResponseSchema(AppealView.class)
    public Response supplement(@PathParam("id") UUID id, @NotNull @Valid NewSupplement said) {
        return responses.ok(supplement.supplement(id, said, caller.get()), views::view);
    }
}

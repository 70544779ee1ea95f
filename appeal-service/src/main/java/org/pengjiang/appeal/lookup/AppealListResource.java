package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** The list of appeals. */
@Path("/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class AppealListResource {
    private final AppealQueries appeals;
    private final CurrentCaller caller;
    private final Responses responses;

    AppealListResource(AppealQueries appeals, CurrentCaller caller, Responses responses) {
        this.appeals = appeals;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listAppeals",
            summary = "Appeals, newest first (诉求列表)",
            description =
                    "Of one's division and of the special classes one belongs to; an enterprise sees its own and no"
                            + " other. What changed since a moment is answered by the change feed.")
    @APIResponseSchema(AppealPage.class)
    public Response list(@BeanParam @Valid AppealFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(appeals.list(caller.get(), filter, page));
    }
}

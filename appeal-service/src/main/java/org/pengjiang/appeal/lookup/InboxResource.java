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

/** What waits for the caller. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class InboxResource {
    private final AppealQueries appeals;
    private final CurrentCaller caller;
    private final Responses responses;

    InboxResource(AppealQueries appeals, CurrentCaller caller, Responses responses) {
        this.appeals = appeals;
        this.caller = caller;
        this.responses = responses;
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
}

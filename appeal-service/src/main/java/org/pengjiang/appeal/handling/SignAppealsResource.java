package org.pengjiang.appeal.handling;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Signing for several appeals. A class of its own: the address of one appeal would take the word for its id. */
@Path("/v1/appeals/sign")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
class SignAppealsResource {
    private final SignAppeals sign;
    private final CurrentCaller caller;
    private final CurrentRequest request;
    private final Responses responses;

    SignAppealsResource(SignAppeals sign, CurrentCaller caller, CurrentRequest request, Responses responses) {
        this.sign = sign;
        this.caller = caller;
        this.request = request;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("appeal:sign")
    @Operation(
            operationId = "signAppeals",
            summary = "Sign for up to 100 appeals, each answered by itself (批量签收)",
            description =
                    "What one is refused for the others do not notice. A repeat that comes before the first answer is refused"
                            + " item by item.")
    @APIResponseSchema(SignaturesView.class)
    public Response sign(@NotNull @Valid NewSignatures wanted) {
        return responses.plain(sign.sign(wanted, caller.get(), request.language()));
    }
}

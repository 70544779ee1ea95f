package org.pengjiang.project.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** The list of investors. */
@Path("/v1/investors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investors")
class InvestorListResource {
    private final InvestorQueries investors;
    private final CurrentCaller caller;
    private final Responses responses;

    InvestorListResource(InvestorQueries investors, CurrentCaller caller, Responses responses) {
        this.investors = investors;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("investor:read")
    @Operation(operationId = "listInvestors", summary = "Investors of one's district, newest first (投资方列表)")
    @APIResponseSchema(InvestorPage.class)
    public Response list(@QueryParam("q") @Nullable @Size(max = 100) String q, @BeanParam @Valid PageRequest page) {
        return responses.page(investors.list(caller.get().scope(), q, page));
    }
}

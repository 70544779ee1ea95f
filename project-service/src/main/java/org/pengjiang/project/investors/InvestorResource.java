package org.pengjiang.project.investors;

import io.quarkus.security.PermissionsAllowed;
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
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.Investors;

/** Investors: entering, reading, and the second person for a failing credit code. */
@Path("/v1/investors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investors")
class InvestorResource {
    private final RegisterInvestor register;
    private final ConfirmOverride confirmOverride;
    private final ProposeOverride proposeOverride;
    private final Investors investors;
    private final CurrentCaller caller;
    private final Responses responses;

    InvestorResource(
            RegisterInvestor register,
            ConfirmOverride confirmOverride,
            ProposeOverride proposeOverride,
            Investors investors,
            CurrentCaller caller,
            Responses responses) {
        this.register = register;
        this.confirmOverride = confirmOverride;
        this.proposeOverride = proposeOverride;
        this.investors = investors;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("investor:register")
    @Operation(operationId = "registerInvestor", summary = "Enter an investor (登记投资方)")
    @APIResponseSchema(value = InvestorView.class, responseCode = "201")
    public Response register(@NotNull @Valid NewInvestor said) {
        return responses.created("/v1/investors", register.register(said, caller.get()), InvestorView::of);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("investor:read")
    @Operation(operationId = "getInvestor", summary = "Read one investor")
    @APIResponseSchema(InvestorView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                investors
                        .find(Investors.districtOf(caller.get().scope()), id)
                        .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                InvestorView::of);
    }

    @POST
    @Path("/{id}/propose-override")
    @Command
    @PermissionsAllowed("investor:register")
    @Operation(
            operationId = "proposeInvestorOverride",
            summary = "Propose a credit code that fails its check once more, after nobody confirmed it in time")
    @APIResponseSchema(InvestorView.class)
    public Response proposeOverride(@PathParam("id") UUID id, @NotNull @Valid OverrideReason why) {
        return responses.ok(proposeOverride.propose(id, why.reason(), caller.get()), InvestorView::of);
    }

    @POST
    @Path("/{id}/confirm-override")
    @Command
    @PermissionsAllowed("investor:confirm")
    @Operation(
            operationId = "confirmInvestorOverride",
            summary = "Agree, as the second person, to a credit code that fails its check")
    @APIResponseSchema(InvestorView.class)
    public Response confirmOverride(@PathParam("id") UUID id) {
        return responses.ok(confirmOverride.confirm(id, caller.get()), InvestorView::of);
    }
}

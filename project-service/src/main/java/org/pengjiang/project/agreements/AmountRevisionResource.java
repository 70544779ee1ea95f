package org.pengjiang.project.agreements;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.NewAmount;
import org.pengjiang.project.model.Projects;

/** Changes of the amount of a signed agreement. */
@Path("/v1/projects/{id}/amount-revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class AmountRevisionResource {
    private final ReviseAmount revise;
    private final CloseAmountRevision close;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    AmountRevisionResource(
            ReviseAmount revise,
            CloseAmountRevision close,
            Projects projects,
            CurrentCaller caller,
            Responses responses) {
        this.revise = revise;
        this.close = close;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("amount:propose")
    @Operation(operationId = "proposeAmount", summary = "Propose another amount for the signed agreement (金额变更)")
    @APIResponseSchema(value = AmountRevisionView.class, responseCode = "201")
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid NewAmount terms) {
        ReviseAmount.Revised revised = revise.propose(id, terms, caller.get());
        URI location = URI.create(
                "/v1/projects/" + id + "/amount-revisions/" + revised.revision().seq());
        return Response.fromResponse(ok(revised))
                .status(Response.Status.CREATED)
                .location(location)
                .build();
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "listAmountRevisions", summary = "Every proposed, confirmed or refused amount")
    @APIResponseSchema(AmountRevisionView[].class)
    public Response list(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(
                project,
                found -> found.amountRevisions().stream()
                        .map(AmountRevisionView::of)
                        .toList());
    }

    @POST
    @Path("/{seq}/confirm")
    @Command
    @PermissionsAllowed("amount:decide")
    @Operation(operationId = "confirmAmount", summary = "Confirm the new amount, as another person than the proposer")
    @APIResponseSchema(AmountRevisionView.class)
    public Response confirm(@PathParam("id") UUID id, @PathParam("seq") int seq) {
        return ok(close.confirm(id, seq, caller.get()));
    }

    @POST
    @Path("/{seq}/reject")
    @Command
    @PermissionsAllowed("amount:decide")
    @Operation(operationId = "rejectAmount", summary = "Refuse the new amount")
    @APIResponseSchema(AmountRevisionView.class)
    public Response reject(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason reason) {
        return ok(close.reject(id, seq, reason.reason(), caller.get()));
    }

    private Response ok(ReviseAmount.Revised revised) {
        return responses.ok(revised.project(), project -> AmountRevisionView.of(revised.revision()));
    }
}

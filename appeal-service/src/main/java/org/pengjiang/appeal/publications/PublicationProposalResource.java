package org.pengjiang.appeal.publications;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.pengjiang.appeal.model.publication.PublicationProposalView;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.appeal.model.publication.PublicationViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Calendars, time policies and catalogues that two people publish. */
@Path(PublicationProposals.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications")
public class PublicationProposalResource {
    private final DecidePublication decide;
    private final PublicationProposals proposals;
    private final PublicationQueries queries;
    private final PublicationViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    PublicationProposalResource(
            DecidePublication decide,
            PublicationProposals proposals,
            PublicationQueries queries,
            PublicationViews views,
            CurrentCaller caller,
            Responses responses) {
        this.decide = decide;
        this.proposals = proposals;
        this.queries = queries;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("publication:read")
    @Operation(
            operationId = "listPublicationProposals",
            summary = "What was proposed to be published, newest first (发布申请)")
    @APIResponseSchema(PublicationProposalPage.class)
    public Response list(@BeanParam @Valid PageRequest page) {
        return responses.page(queries.list(caller.get().scope(), page));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("publication:read")
    @Operation(operationId = "getPublicationProposal", summary = "One proposal, with what it would change")
    @APIResponseSchema(PublicationProposalView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                proposals.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                views::view);
    }

    @POST
    @Path("/{id}/confirm")
    @Command
    @PermissionsAllowed("publication:confirm")
    @Operation(
            operationId = "confirmPublicationProposal",
            summary = "Confirm as a second person; it is published at once",
            description = "It is judged once more: what has become wrong since it was proposed is refused.")
    @APIResponseSchema(PublicationProposalView.class)
    public Response confirm(@PathParam("id") UUID id) {
        return responses.ok(decide.confirm(id, caller.get()), views::view);
    }

    @POST
    @Path("/{id}/reject")
    @Command
    @PermissionsAllowed("publication:confirm")
    @Operation(operationId = "rejectPublicationProposal", summary = "Reject as a second person")
    @APIResponseSchema(PublicationProposalView.class)
    public Response reject(@PathParam("id") UUID id, @Valid @NotNull DecisionReason why) {
        return responses.ok(decide.reject(id, why.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/{id}/withdraw")
    @Command
    @PermissionsAllowed("publication:withdraw")
    @Operation(operationId = "withdrawPublicationProposal", summary = "Withdraw one's own proposal")
    @APIResponseSchema(PublicationProposalView.class)
    public Response withdraw(@PathParam("id") UUID id, @Valid @NotNull DecisionReason why) {
        return responses.ok(decide.withdraw(id, why.reason(), caller.get()), views::view);
    }
}

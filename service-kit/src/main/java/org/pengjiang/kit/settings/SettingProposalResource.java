package org.pengjiang.kit.settings;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Changes of settings that two people decide. */
@Path("/v1/setting-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
class SettingProposalResource {
    private final DecideProposal decide;
    private final SettingProposals proposals;
    private final SettingProposalQueries queries;
    private final OwnDistrict ownDistrict;
    private final CurrentCaller caller;
    private final Responses responses;

    SettingProposalResource(
            DecideProposal decide,
            SettingProposals proposals,
            SettingProposalQueries queries,
            OwnDistrict ownDistrict,
            CurrentCaller caller,
            Responses responses) {
        this.decide = decide;
        this.proposals = proposals;
        this.queries = queries;
        this.ownDistrict = ownDistrict;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @Blocking
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "listSettingProposals", summary = "Proposed changes of settings, newest first (参数变更申请)")
    @APIResponseSchema(SettingProposalPage.class)
    public Response list(@QueryParam("division") @Nullable String division, @BeanParam @Valid PageRequest page) {
        return responses.page(queries.list(ownDistrict.inside(division), page));
    }

    @GET
    @Path("/{id}")
    @Blocking
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "getSettingProposal", summary = "One proposed change of a setting")
    @APIResponseSchema(SettingProposalView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                proposals.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                queries::view);
    }

    @POST
    @Path("/{id}/confirm")
    @Blocking
    @Command
    @PermissionsAllowed("setting:confirm")
    @Operation(
            operationId = "confirmSettingProposal",
            summary = "Confirm a proposed change as a second person; it becomes the newest version")
    @APIResponseSchema(SettingProposalView.class)
    public Response confirm(@PathParam("id") UUID id) {
        return responses.ok(decide.confirm(id, caller.get()), queries::view);
    }

    @POST
    @Path("/{id}/reject")
    @Blocking
    @Command
    @PermissionsAllowed("setting:confirm")
    @Operation(operationId = "rejectSettingProposal", summary = "Reject a proposed change as a second person")
    @APIResponseSchema(SettingProposalView.class)
    public Response reject(@PathParam("id") UUID id, @Valid @NotNull ProposalReason why) {
        return responses.ok(decide.reject(id, why.reason(), caller.get()), queries::view);
    }

    @POST
    @Path("/{id}/withdraw")
    @Blocking
    @Command
    @PermissionsAllowed("setting:change")
    @Operation(operationId = "withdrawSettingProposal", summary = "Withdraw one's own proposed change")
    @APIResponseSchema(SettingProposalView.class)
    public Response withdraw(@PathParam("id") UUID id, @Valid @NotNull ProposalReason why) {
        return responses.ok(decide.withdraw(id, why.reason(), caller.get()), queries::view);
    }
}

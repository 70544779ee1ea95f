package org.pengjiang.appeal.policies;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposalView;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.appeal.model.publication.PublicationViews;
import org.pengjiang.appeal.model.publication.RootDivision;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** How fast things have to go. */
@Path("/v1/time-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
public class TimePolicyResource {
    private final TimePolicies policies;
    private final NewPolicyCheck check;
    private final ProposeTimePolicy propose;
    private final PublicationViews proposals;
    private final RootDivision root;
    private final CurrentCaller caller;
    private final Responses responses;

    TimePolicyResource(
            TimePolicies policies,
            NewPolicyCheck check,
            ProposeTimePolicy propose,
            PublicationViews proposals,
            RootDivision root,
            CurrentCaller caller,
            Responses responses) {
        this.policies = policies;
        this.check = check;
        this.propose = propose;
        this.proposals = proposals;
        this.root = root;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listTimePolicies",
            summary = "Every version of the time policy, the newest last (时限规则)",
            description =
                    "In force for what is received from `validFrom` on. Where a clock has several targets, the one"
                            + " that is due first binds; PLAN, RESOLVE and LIMIT count from the receipt, and none of them"
                            + " is due after the next: one that would be is cut to it."
                            + " UNIT_CONTACT and UNIT_RESOLVE have the targets of CONTACT and RESOLVE unless the policy gives"
                            + " them their own, and count from the assignment. `rungs` say what happens while nobody"
                            + " answers a clock.")
    public List<TimePolicyView> list() {
        return policies.all().stream().map(TimePolicyView::of).toList();
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("time-policy:publish")
    @Operation(
            operationId = "publishTimePolicy",
            summary = "Proposes a version of the time policy (发布时限规则)",
            description =
                    "Only at the root of the deployment: the policy is one for all districts. A second person confirms the"
                            + " proposal. Refused with every fault: for every class and every half-hour of two years, ACCEPT + DISPATCH"
                            + " + SIGN < CONTACT ≤ PLAN ≤ RESOLVE ≤ LIMIT ≤ what the province or a statute allows. What is open"
                            + " keeps the promises that it was given.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed 已提出",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationProposalView.class)))
    public Response publish(@Valid @NotNull NewTimePolicy wanted) {
        DivisionCode division = root.requireOwn(caller.get());
        PublicationProposal proposal = propose.propose(division, wanted, effect(wanted), caller.get());
        Response created = responses.created(PublicationProposals.PATH, proposal, proposals::view);
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    @POST
    @Path("/preview")
    @PermissionsAllowed("time-policy:publish")
    @Operation(
            operationId = "previewTimePolicy",
            summary = "What a version of the time policy would change, without keeping anything (时限规则试算)")
    public TimePolicyPreview preview(@Valid @NotNull NewTimePolicy wanted) {
        root.requireOwn(caller.get());
        return effect(wanted);
    }

    private TimePolicyPreview effect(NewTimePolicy wanted) {
        TimePolicy policy = check.read(wanted);
        return TimePolicyPreview.of(policies.inForce(policy.validFrom()), policy);
    }
}

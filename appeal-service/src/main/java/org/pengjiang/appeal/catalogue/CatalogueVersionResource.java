package org.pengjiang.appeal.catalogue;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposalView;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.appeal.model.publication.PublicationViews;
import org.pengjiang.appeal.model.publication.RootDivision;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Versions of the catalogue. */
@Path("/v1/categories/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueVersionResource {
    private final ProposeCatalogue propose;
    private final NewCatalogueCheck check;
    private final PublicationViews proposals;
    private final RootDivision root;
    private final CurrentCaller caller;
    private final Responses responses;

    CatalogueVersionResource(
            ProposeCatalogue propose,
            NewCatalogueCheck check,
            PublicationViews proposals,
            RootDivision root,
            CurrentCaller caller,
            Responses responses) {
        this.propose = propose;
        this.check = check;
        this.proposals = proposals;
        this.root = root;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("category:publish")
    @Operation(
            operationId = "publishCatalogue",
            summary = "Proposes a version of the catalogue: categories added, changed and retired (发布诉求类别目录)",
            description =
                    "Only at the root of the deployment: the catalogue is one for all districts. A second person confirms the"
                            + " proposal. An appeal is filed under the catalogue of the day of its receipt.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed 已提出",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationProposalView.class)))
    public Response publish(@Valid @NotNull NewCatalogue wanted) {
        PublicationProposal proposal = propose.propose(root.requireOwn(caller.get()), wanted, caller.get());
        Response created = responses.created(PublicationProposals.PATH, proposal, proposals::view);
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    @POST
    @Path("/preview")
    @PermissionsAllowed("category:publish")
    @Operation(
            operationId = "previewCatalogue",
            summary = "What a version of the catalogue would change, without keeping anything (目录试算)")
    public CataloguePreview preview(@Valid @NotNull NewCatalogue wanted) {
        root.requireOwn(caller.get());
        return check.read(wanted);
    }
}

package org.pengjiang.team.pledge;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;

/** Pledges: one resource per version. */
@Path("/v1/pledges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pledges")
public class PledgeResource {
    private final DraftPledge draftPledge;
    private final ImportPledges importPledges;
    private final IssuePledge issuePledge;
    private final SignPledge signPledge;
    private final PledgeCommands commands;
    private final Pledges pledges;
    private final CurrentCaller caller;
    private final OwnDistrict ownDistrict;
    private final CurrentRequest request;
    private final Responses responses;

    PledgeResource(
            DraftPledge draftPledge,
            ImportPledges importPledges,
            IssuePledge issuePledge,
            SignPledge signPledge,
            PledgeCommands commands,
            Pledges pledges,
            CurrentCaller caller,
            OwnDistrict ownDistrict,
            CurrentRequest request,
            Responses responses) {
        this.draftPledge = draftPledge;
        this.importPledges = importPledges;
        this.issuePledge = issuePledge;
        this.signPledge = signPledge;
        this.commands = commands;
        this.pledges = pledges;
        this.caller = caller;
        this.ownDistrict = ownDistrict;
        this.request = request;
        this.responses = responses;
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("pledge:read")
    @Operation(operationId = "getPledge", summary = "One version of a pledge (军令状)")
    @APIResponseSchema(PledgeView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(find(id), commands::view);
    }

    @GET
    @Path("/{id}/document")
    @PermissionsAllowed("pledge:read-document")
    @Operation(operationId = "getPledgeDocument", summary = "The canonical text whose SHA-256 the captain signs")
    public PledgeDocumentView document(@PathParam("id") UUID id) {
        Pledge pledge = find(id);
        return new PledgeDocumentView(pledge.documentText(), pledge.documentHash());
    }

    @PUT
    @Path("/{id}/lines")
    @Command(idempotencyKey = false)
    @PermissionsAllowed("pledge:draft")
    @Operation(operationId = "rewritePledge", summary = "Writes the lines of a draft anew")
    @APIResponseSchema(PledgeView.class)
    public Response rewrite(@PathParam("id") UUID id, @Valid @NotNull RewritePledgeRequest request) {
        return responses.ok(draftPledge.rewrite(id, request), commands::view);
    }

    @POST
    @Path("/{id}/issue")
    @Command
    @PermissionsAllowed("pledge:issue")
    @Operation(operationId = "issuePledge", summary = "Hands a draft to the captain for signature (下达)")
    @APIResponseSchema(PledgeView.class)
    public Response issue(@PathParam("id") UUID id) {
        return responses.ok(issuePledge.issue(id), commands::view);
    }

    @POST
    @Path("/{id}/take-back")
    @Command
    @PermissionsAllowed("pledge:take-back")
    @Operation(operationId = "takeBackPledge", summary = "Takes an unsigned pledge back to the drafting table")
    @APIResponseSchema(PledgeView.class)
    public Response takeBack(@PathParam("id") UUID id) {
        return responses.ok(issuePledge.takeBack(id), commands::view);
    }

    @POST
    @Path("/{id}/sign")
    @Command
    @PermissionsAllowed("pledge:sign")
    @Operation(
            operationId = "signPledge",
            summary = "Signs (签订): only who was captain on the date of the document, with their own account")
    @APIResponseSchema(PledgeView.class)
    public Response sign(@PathParam("id") UUID id, @Valid @NotNull SignPledgeRequest request) {
        return responses.ok(signPledge.sign(id, request), commands::view);
    }

    @POST
    @Path("/{id}/amendments")
    @Command
    @PermissionsAllowed("pledge:amend")
    @Operation(
            operationId = "amendPledge",
            summary = "Drafts the next version of a signed pledge, by resolution of the leading group")
    @APIResponseSchema(value = PledgeView.class, responseCode = "201")
    public Response amend(@PathParam("id") UUID id, @Valid @NotNull AmendPledgeRequest request) {
        return responses.created("/v1/pledges", draftPledge.amend(id, request), commands::view);
    }

    @POST
    @Path("/imports")
    @Consumes({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Upload(limit = 16L << 20)
    @Command(ifMatch = false)
    @PermissionsAllowed("pledge:draft")
    @Operation(
            operationId = "importPledges",
            summary = "Draft the pledges of a district's teams for a year from a table (导入年度目标); a dry run only checks",
            description =
                    "One row for each line of each team. All of it or nothing: 422 names the faults of every row, as the"
                            + " form of one pledge would. Drafts bind nobody until they are issued and signed.")
    @APIResponseSchema(PledgeImportView.class)
    public Response importPledges(
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("division") @Nullable String division,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = TableFile.CSV_TYPE,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = TableFile.XLSX_TYPE,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    PledgeTable table) {
        return Response.ok(importPledges.run(
                        table.rows(), ownDistrict.inside(division).value(), year, dryRun, request.language()))
                .build();
    }

    private Pledge find(UUID id) {
        return pledges.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

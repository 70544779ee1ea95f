package org.pengjiang.project.evidence;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** Evidence of one project. */
@Path("/v1/projects/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
class EvidenceResource {
    private final AddEvidence add;
    private final JudgeEvidence judge;
    private final Projects projects;
    private final Files files;
    private final CurrentCaller caller;
    private final Responses responses;

    EvidenceResource(
            AddEvidence add,
            JudgeEvidence judge,
            Projects projects,
            Files files,
            CurrentCaller caller,
            Responses responses) {
        this.add = add;
        this.judge = judge;
        this.projects = projects;
        this.files = files;
        this.caller = caller;
        this.responses = responses;
    }

    /** Why a document is not accepted. */
    record Rejection(@NotNull @LongText(max = 500) String reason) {}

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("evidence:add")
    @Operation(
            operationId = "addEvidence",
            summary = "Hand in a document (提交佐证材料)",
            description =
                    "With fileId it brings a file that the caller has uploaded before; without, only what is said of one.")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
    public Response add(@PathParam("id") UUID id, @NotNull @Valid NewEvidence said) {
        Judged added = add.add(id, said, caller.get());
        URI location =
                URI.create("/v1/projects/" + id + "/evidence/" + added.piece().id());
        return Response.fromResponse(ok(added))
                .status(Response.Status.CREATED)
                .location(location)
                .build();
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "listEvidence", summary = "Every document of the project")
    @APIResponseSchema(EvidenceView[].class)
    public Response list(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(project, found -> views(found.evidence()));
    }

    @POST
    @Path("/{evidenceId}/verify")
    @Command
    @PermissionsAllowed("evidence:verify")
    @Operation(operationId = "verifyEvidence", summary = "Find a document good, as another person (核验)")
    @APIResponseSchema(EvidenceView.class)
    public Response verify(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        return ok(judge.verify(id, evidenceId, caller.get()));
    }

    @POST
    @Path("/{evidenceId}/reject")
    @Command
    @PermissionsAllowed("evidence:verify")
    @Operation(operationId = "rejectEvidence", summary = "Find a document wanting, with the reason")
    @APIResponseSchema(EvidenceView.class)
    public Response reject(
            @PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId, @NotNull @Valid Rejection rejection) {
        return ok(judge.reject(id, evidenceId, rejection.reason(), caller.get()));
    }

    private Response ok(Judged judged) {
        return responses.ok(
                judged.project(), project -> views(List.of(judged.piece())).getFirst());
    }

    private List<EvidenceView> views(List<Evidence> pieces) {
        Map<UUID, List<AttachedFile>> attached = files.of(pieces.stream()
                .filter(piece -> piece.paper().fileId() != null)
                .map(Evidence::id)
                .toList());
        return pieces.stream().map(piece -> EvidenceView.of(piece, attached)).toList();
    }
}

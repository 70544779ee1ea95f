package org.pengjiang.project.admission;

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
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** The admission case of one project. */
@Path("/v1/projects/{id}/admission")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admission")
class AdmissionResource {
    private final OpenAdmission open;
    private final GiveOpinion give;
    private final DecideAdmission decide;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    AdmissionResource(
            OpenAdmission open,
            GiveOpinion give,
            DecideAdmission decide,
            Projects projects,
            CurrentCaller caller,
            Responses responses) {
        this.open = open;
        this.give = give;
        this.decide = decide;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("admission:open")
    @Operation(
            operationId = "openAdmission",
            summary =
                    "Freeze the figures against the thresholds and ask the departments (准入评审); supersedes an earlier case")
    @APIResponseSchema(value = AdmissionView.class, responseCode = "201")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid NewAdmission said) {
        return Response.fromResponse(ok(open.open(id, said, caller.get())))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/projects/" + id + "/admission"))
                .build();
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "getAdmission", summary = "Read the newest admission case")
    @APIResponseSchema(AdmissionView.class)
    public Response get(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AdmissionCase found = project.admission().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return ok(new ReviewedCase(project, found));
    }

    @POST
    @Path("/opinions")
    @Command(ifMatch = false)
    @PermissionsAllowed("admission:give-opinion")
    @Operation(operationId = "giveOpinion", summary = "Give one's own department's opinion (部门意见)")
    @APIResponseSchema(AdmissionView.class)
    public Response give(@PathParam("id") UUID id, @NotNull @Valid Opinion opinion) {
        return ok(give.give(id, opinion, caller.get()));
    }

    @POST
    @Path("/decision")
    @Command
    @PermissionsAllowed("admission:decide")
    @Operation(operationId = "decideAdmission", summary = "Record the decision of the meeting (评审结论)")
    @APIResponseSchema(AdmissionView.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid NewRuling said) {
        return ok(decide.decide(id, said.ruling(), caller.get()));
    }

    private Response ok(ReviewedCase reviewed) {
        return responses.ok(reviewed.project(), project -> AdmissionView.of(reviewed.admission()));
    }
}

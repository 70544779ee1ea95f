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
import org.pengjiang.project.model.Projects;

/** Agreements of one project. */
@Path("/v1/projects/{id}/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class AgreementResource {
    private final RecordAgreement record;
    private final VoidAgreement voidAgreement;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    AgreementResource(
            RecordAgreement record,
            VoidAgreement voidAgreement,
            Projects projects,
            CurrentCaller caller,
            Responses responses) {
        this.record = record;
        this.voidAgreement = voidAgreement;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("agreement:record")
    @Operation(operationId = "recordAgreement", summary = "Record what was signed (登记协议); only FORMAL counts")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid NewAgreement said) {
        RecordAgreement.Recorded recorded = record.record(id, said.terms(), caller.get());
        URI location = URI.create(
                "/v1/projects/" + id + "/agreements/" + recorded.agreement().seq());
        return Response.fromResponse(ok(recorded))
                .status(Response.Status.CREATED)
                .location(location)
                .build();
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "listAgreements", summary = "Every agreement of the project")
    @APIResponseSchema(AgreementView[].class)
    public Response list(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(
                project,
                found -> found.agreements().stream().map(AgreementView::of).toList());
    }

    @POST
    @Path("/{seq}/void")
    @Command
    @PermissionsAllowed("agreement:void")
    @Operation(operationId = "voidAgreement", summary = "Strike an agreement that was recorded wrongly, before signing")
    @APIResponseSchema(AgreementView.class)
    public Response voidOne(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason reason) {
        return ok(voidAgreement.voidOne(id, seq, reason.reason(), caller.get()));
    }

    private Response ok(RecordAgreement.Recorded recorded) {
        return responses.ok(recorded.project(), project -> AgreementView.of(recorded.agreement()));
    }
}

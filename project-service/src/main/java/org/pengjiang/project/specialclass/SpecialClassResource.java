package org.pengjiang.project.specialclass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Answers;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.Roles;
import org.pengjiang.project.model.SpecialClass;

/** The special class of one project. */
@Path("/v1/projects/{id}/special-class")
@Tag(name = "Special class")
class SpecialClassResource {
    private final OpenSpecialClass open;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Answers answers;

    SpecialClassResource(OpenSpecialClass open, Projects projects, CurrentCaller caller, Answers answers) {
        this.open = open;
        this.projects = projects;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @Command(ifMatch = false)
    @RolesAllowed({Roles.TEAM_CAPTAIN, Roles.PROMOTION_OFFICE})
    @Operation(operationId = "openSpecialClass", summary = "Open the project's special class (成立专班)")
    @APIResponseSchema(value = SpecialClassView.class, responseCode = "201")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid NewSpecialClass said) {
        OpenSpecialClass.Opened opened = open.open(id, said, caller.get());
        return Response.fromResponse(
                        answers.ok(opened.project(), project -> SpecialClassView.of(opened.specialClass())))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/projects/" + id + "/special-class"))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN, Roles.UNIT_CLERK, Roles.UNIT_HEAD, Roles.PROMOTION_OFFICE,
        Roles.SUPERVISOR, Roles.LEADER, Roles.STATISTICS_VERIFIER, Roles.ASSESSOR, Roles.AUDITOR
    })
    @Operation(operationId = "getSpecialClass", summary = "Read the project's special class")
    @APIResponseSchema(SpecialClassView.class)
    public Response get(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        SpecialClass found = project.specialClass().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return answers.ok(project, read -> SpecialClassView.of(found));
    }
}

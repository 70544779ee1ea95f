package org.pengjiang.project.specialclass;

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
import org.pengjiang.project.model.SpecialClass;

/** The special class of one project. */
@Path("/v1/projects/{id}/special-class")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Special class")
class SpecialClassResource {
    private final OpenSpecialClass open;
    private final ReplaceSpecialClass replace;
    private final CloseSpecialClass close;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    SpecialClassResource(
            OpenSpecialClass open,
            ReplaceSpecialClass replace,
            CloseSpecialClass close,
            Projects projects,
            CurrentCaller caller,
            Responses responses) {
        this.open = open;
        this.replace = replace;
        this.close = close;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("special-class:open")
    @Operation(operationId = "openSpecialClass", summary = "Open the project's special class (成立专班)")
    @APIResponseSchema(value = SpecialClassView.class, responseCode = "201")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid NewSpecialClass said) {
        return Response.fromResponse(ok(open.open(id, said, caller.get())))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/projects/" + id + "/special-class"))
                .build();
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "getSpecialClass", summary = "Read the project's special class (专班)")
    @APIResponseSchema(SpecialClassView.class)
    public Response get(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        SpecialClass found = project.specialClass().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return ok(new ChangedClass(project, found));
    }

    @POST
    @Path("/replace")
    @Command
    @PermissionsAllowed("special-class:replace")
    @Operation(operationId = "replaceSpecialClass", summary = "Put another special class in its place (更换专班)")
    @APIResponseSchema(SpecialClassView.class)
    public Response replace(@PathParam("id") UUID id, @NotNull @Valid Replacement said) {
        return ok(replace.replace(id, said, caller.get()));
    }

    @POST
    @Path("/close")
    @Command
    @PermissionsAllowed("special-class:close")
    @Operation(
            operationId = "closeSpecialClass",
            summary = "End the special class of a project that is not signed (撤销专班)",
            description = "From SIGNED on a project is never without a special class: replace it instead.")
    @APIResponseSchema(SpecialClassView.class)
    public Response close(@PathParam("id") UUID id, @NotNull @Valid Ending said) {
        return ok(close.close(id, said, caller.get()));
    }

    private Response ok(ChangedClass changed) {
        return responses.ok(
                changed.project(), project -> SpecialClassView.of(project, changed.specialClass(), caller.get()));
    }
}

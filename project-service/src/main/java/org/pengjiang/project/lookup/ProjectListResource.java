package org.pengjiang.project.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Answers;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.CurrentCaller;

/** The list of projects. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectListResource {
    private final ProjectQueries projects;
    private final CurrentCaller caller;
    private final Answers answers;

    ProjectListResource(ProjectQueries projects, CurrentCaller caller, Answers answers) {
        this.projects = projects;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed("project:read")
    @Operation(operationId = "listProjects", summary = "Projects of one's division, newest first (项目列表)")
    @APIResponseSchema(ProjectPage.class)
    public Response list(@BeanParam @Valid ProjectFilter filter, @BeanParam @Valid PageRequest page) {
        return answers.page(projects.list(caller.get().scope(), filter, page));
    }
}

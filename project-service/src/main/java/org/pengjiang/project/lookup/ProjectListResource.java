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
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** The list of projects. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectListResource {
    private final ProjectQueries projects;
    private final CurrentCaller caller;
    private final Responses responses;

    ProjectListResource(ProjectQueries projects, CurrentCaller caller, Responses responses) {
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("project:read")
    @Operation(operationId = "listProjects", summary = "Projects of one's division, newest first (项目列表)")
    @APIResponseSchema(ProjectPage.class)
    public Response list(@BeanParam @Valid ProjectFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(projects.list(caller.get().scope(), filter, page));
    }
}

package org.pengjiang.project.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.timeline.Timeline;
import org.pengjiang.kit.log.timeline.TimelinePage;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.Projects;

/** The history of one project. */
@Path("/v1/projects/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class TimelineResource {
    private final Timeline timeline;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    TimelineResource(Timeline timeline, Projects projects, CurrentCaller caller, Responses responses) {
        this.timeline = timeline;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("project:read-case")
    @Operation(operationId = "getProjectTimeline", summary = "What happened to a project, oldest first (项目时间线)")
    @APIResponseSchema(TimelinePage.class)
    public Response read(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        Caller reader = caller.get();
        if (projects.find(reader.scope(), id).isEmpty()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return responses.page(timeline.of(reader, id, page));
    }
}

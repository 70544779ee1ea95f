package org.pengjiang.kit.tasks;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/** What waits for whom in this service. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class TasksResource {
    private static final String READ_ALL = "task:read-all";

    private final RolePermissions permissions = RolePermissions.load();
    private final TaskQueries tasks;
    private final Paging paging;
    private final Responses responses;
    private final CurrentCaller caller;
    private final Clock clock;

    TasksResource(TaskQueries tasks, Paging paging, Responses responses, CurrentCaller caller, Clock clock) {
        this.tasks = tasks;
        this.paging = paging;
        this.responses = responses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Blocking
    @APIResponseSchema(TaskView.Part.class)
    @Operation(
            operationId = "listTasks",
            summary = "What waits for me (待办事项)",
            description =
                    "With ?mine what waits for the caller: by account, by role and unit inside the division, or by"
                            + " enterprise. Without it what waits for anyone in the division, for SUPERVISOR, LEADER and"
                            + " AUDITOR. What is due first comes first, what has no time limit comes last. A task ends by"
                            + " itself when what it waits for is done.")
    public Response list(
            @BeanParam @Valid PageRequest page,
            @BeanParam @Valid TaskFilter filter,
            @Context UriInfo address,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        boolean mine = filter.isMine(address);
        Caller me = caller.get();
        if (!mine && !permissions.isGranted(me.roles(), READ_ALL)) {
            throw new DomainException(KitProblem.FORBIDDEN);
        }
        KeysetPage keyset =
                paging.start(page, TaskQueries.ORDER, mine ? me.subject() : null, filter.unit(), filter.kind());
        List<TaskQueries.PositionedTask> rows = mine ? tasks.mine(me, filter, keyset) : tasks.all(me, filter, keyset);
        Instant now = Instant.now(clock);
        Language language = Language.of(accepted);
        return responses.page(keyset.of(
                rows,
                TaskQueries.PositionedTask::key,
                row -> TaskView.of(row.stored(), now, clock.getZone(), language)));
    }
}

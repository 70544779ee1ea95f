package org.pengjiang.appeal.sources;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.appeal.model.filing.SourceConflicts;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Conflicts between what a partner's system has filed and what it has sent since. */
@Path("/v1/source-conflicts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
class SourceConflictResource {
    private final SourceConflicts conflicts;
    private final Appeals appeals;
    private final SettleSourceConflict settle;
    private final CurrentCaller caller;
    private final Responses responses;
    private final RolePermissions permissions = RolePermissions.load();

    SourceConflictResource(
            SourceConflicts conflicts,
            Appeals appeals,
            SettleSourceConflict settle,
            CurrentCaller caller,
            Responses responses) {
        this.conflicts = conflicts;
        this.appeals = appeals;
        this.settle = settle;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("source-conflict:settle")
    @Operation(
            operationId = "getSourceConflict",
            summary = "What a partner's system has sent anew with another content (来源冲突)",
            description = "What was filed stands. The task of the dispatch centre names it.")
    @APIResponseSchema(SourceConflictView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(seen(id), this::view);
    }

    @POST
    @Path("/settle")
    @Command
    @PermissionsAllowed("source-conflict:settle")
    @Operation(operationId = "settleSourceConflict", summary = "Say what became of it (处理来源冲突)")
    @APIResponseSchema(SourceConflictView.class)
    public Response settle(@PathParam("id") UUID id, @NotNull @Valid SettleConflict said) {
        seen(id);
        return responses.ok(settle.settle(id, said, caller.get()), this::view);
    }

    private SourceConflictView view(SourceConflict conflict) {
        boolean inFull = permissions.isGranted(caller.get().roles(), "appeal:read-contact");
        return SourceConflictView.of(conflict, new FreeText(inFull));
    }

    /** Whoever does not see the appeal does not see what is sent of it. */
    private SourceConflict seen(UUID id) {
        Caller me = caller.get();
        return conflicts
                .find(me.scope(), id)
                .filter(conflict -> appeals.seenBy(me, conflict.appealId()).isPresent())
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

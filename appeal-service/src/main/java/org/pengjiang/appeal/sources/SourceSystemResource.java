package org.pengjiang.appeal.sources;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Which partners' systems file appeals, and by which accounts. */
@Path("/v1/source-systems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
class SourceSystemResource {
    private final RegisterSourceSystem register;
    private final ChangeSourceSystem change;
    private final SourceSystems systems;
    private final SourceSystemQueries queries;
    private final CurrentCaller caller;
    private final Responses responses;

    SourceSystemResource(
            RegisterSourceSystem register,
            ChangeSourceSystem change,
            SourceSystems systems,
            SourceSystemQueries queries,
            CurrentCaller caller,
            Responses responses) {
        this.register = register;
        this.change = change;
        this.systems = systems;
        this.queries = queries;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("source-system:manage")
    @Operation(
            operationId = "registerSourceSystem",
            summary = "Register a partner's system (登记来源系统)",
            description = "Its code is its own in all divisions. Only its accounts file under it.")
    @APIResponseSchema(value = SourceSystemView.class, responseCode = "201")
    public Response register(@NotNull @Valid NewSourceSystem said) {
        return responses.created("/v1/source-systems", register.register(said, caller.get()), SourceSystemView::of);
    }

    @PUT
    @Path("/{id}")
    @Command(idempotencyKey = false)
    @PermissionsAllowed("source-system:manage")
    @Operation(operationId = "changeSourceSystem", summary = "Change a partner's system (变更来源系统)")
    @APIResponseSchema(SourceSystemView.class)
    public Response change(@PathParam("id") UUID id, @NotNull @Valid SourceSystemChange said) {
        return responses.ok(change.change(caller.get().scope(), id, said), SourceSystemView::of);
    }

    @GET
    @PermissionsAllowed("source-system:read")
    @Operation(operationId = "listSourceSystems", summary = "Partners' systems, newest first (来源系统列表)")
    @APIResponseSchema(SourceSystemPage.class)
    public Response list(@BeanParam @Valid PageRequest page) {
        return responses.page(queries.list(caller.get().scope(), page));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("source-system:read")
    @Operation(operationId = "getSourceSystem", summary = "One partner's system (来源系统)")
    @APIResponseSchema(SourceSystemView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                systems.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                SourceSystemView::of);
    }
}

package org.pengjiang.team.organisation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.team.model.OrganisationUnits;

/** Organisation units: towns, streets, departments. */
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class UnitResource {
    private final RegisterUnit registerUnit;
    private final OrganisationUnits units;
    private final OrganisationQueries queries;
    private final CurrentCaller caller;
    private final Responses responses;

    UnitResource(
            RegisterUnit registerUnit,
            OrganisationUnits units,
            OrganisationQueries queries,
            CurrentCaller caller,
            Responses responses) {
        this.registerUnit = registerUnit;
        this.units = units;
        this.queries = queries;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("unit:register")
    @Operation(operationId = "registerUnit", summary = "Registers an organisation unit (单位)")
    @APIResponseSchema(value = UnitView.class, responseCode = "201")
    public Response register(@Valid @NotNull RegisterUnitRequest request) {
        return responses.created("/v1/units", registerUnit.register(request), UnitView::of);
    }

    @GET
    @PermissionsAllowed("unit:read")
    @Operation(operationId = "listUnits", summary = "Organisation units in the order of their codes")
    @APIResponseSchema(UnitPage.class)
    public Response list(@BeanParam @Valid PageRequest page) {
        return responses.page(queries.units(caller.get().scope(), page));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("unit:read")
    @Operation(operationId = "getUnit", summary = "One organisation unit")
    @APIResponseSchema(UnitView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                units.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                UnitView::of);
    }
}

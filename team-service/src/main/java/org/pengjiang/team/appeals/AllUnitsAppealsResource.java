package org.pengjiang.team.appeals;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.OwnDistrict;

/** How all units handle appeals, and whether the counters are right. */
@Path("/v1/unit-appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Unit appeals")
public class AllUnitsAppealsResource {
    private final UnitAppealQueries queries;
    private final Recount recount;
    private final OwnDistrict ownDistrict;
    private final CurrentCaller caller;
    private final Responses responses;
    private final Clock clock;

    AllUnitsAppealsResource(
            UnitAppealQueries queries,
            Recount recount,
            OwnDistrict ownDistrict,
            CurrentCaller caller,
            Responses responses,
            Clock clock) {
        this.queries = queries;
        this.recount = recount;
        this.ownDistrict = ownDistrict;
        this.caller = caller;
        this.responses = responses;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("unit-appeals:read-all")
    @Operation(
            operationId = "listUnitAppeals",
            summary = "How every unit handles appeals, in the order of their codes (各单位办理诉求情况)")
    @APIResponseSchema(UnitAppealsPage.class)
    public Response list(@BeanParam @Valid Months months, @BeanParam @Valid PageRequest page) {
        return responses.page(queries.page(caller.get().scope(), months.range(clock), page));
    }

    @GET
    @Path("/recount")
    @PermissionsAllowed("unit-appeals:recount")
    @Operation(
            operationId = "recountUnitAppeals",
            summary = "Counts the appeals of units anew and compares that with the counters (核对)")
    public RecountView recount(@QueryParam("division") @Nullable String division) {
        return recount.of(ownDistrict.inside(division));
    }
}

package org.pengjiang.team.appeals;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.team.model.OrganisationUnit;
import org.pengjiang.team.model.OrganisationUnits;
import org.pengjiang.team.model.UnitFigures;

/** How one unit handles appeals. */
@Path("/v1/units/{id}/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Unit appeals")
public class UnitAppealsResource {
    private final UnitAppealQueries queries;
    private final OrganisationUnits units;
    private final CurrentCaller caller;
    private final Clock clock;

    UnitAppealsResource(UnitAppealQueries queries, OrganisationUnits units, CurrentCaller caller, Clock clock) {
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("unit-appeals:read")
    @Operation(
            operationId = "getUnitAppeals",
            summary = "How a unit handles appeals: open now, and exact counters month by month (单位办理诉求情况)",
            description =
                    "Months are those of Asia/Shanghai. The people of a unit read their own unit's counters only.")
    public UnitAppealsView get(
            @PathParam("id") UUID id,
            @BeanParam @Valid Months months,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Caller reader = caller.get();
        OrganisationUnit unit =
                units.find(reader.scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        UnitFigures.requireReader(unit, reader);
        return queries.of(unit, months.range(clock), Language.of(language));
    }
}

package org.pengjiang.team.credit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

/** A team's ledger. */
@Path("/v1/teams/{id}/credits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credit")
public class TeamCreditResource {
    private final CreditQueries queries;
    private final Teams teams;
    private final CurrentCaller caller;
    private final Responses responses;
    private final TableResponses tables;

    TeamCreditResource(
            CreditQueries queries, Teams teams, CurrentCaller caller, Responses responses, TableResponses tables) {
        this.queries = queries;
        this.teams = teams;
        this.caller = caller;
        this.responses = responses;
        this.tables = tables;
    }

    @GET
    @PermissionsAllowed("credit:read")
    @Operation(operationId = "listTeamCredits", summary = "The entries of a team's credit ledger in a year")
    @APIResponseSchema(CreditEntryView.OfPage.class)
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("metric") @Nullable Metric metric,
            @BeanParam @Valid PageRequest page) {
        DivisionScope scope = caller.get().scope();
        return responses.page(queries.ofTeam(scope, team(scope, id).id(), year, metric, page));
    }

    @GET
    @Path("/table")
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("credit:read")
    @Operation(
            operationId = "exportTeamCredits",
            summary = "The entries of a team's credit ledger in a year as a table (导出业绩台账)")
    @APIResponse(
            responseCode = "200",
            description = "The table; Link names the address of the rest, where there is one 表格",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(
            @PathParam("id") UUID id,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("metric") @Nullable Metric metric,
            @BeanParam @Valid TableRequest table) {
        DivisionScope scope = caller.get().scope();
        Team team = team(scope, id);
        return tables.answer(
                "credits-" + year,
                CreditTable.LAYOUT,
                table,
                page -> queries.ofTeam(scope, team.id(), year, metric, page));
    }

    private Team team(DivisionScope scope, UUID id) {
        return teams.find(scope, id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

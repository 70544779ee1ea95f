package org.pengjiang.team.organisation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.TypedText;
import org.pengjiang.team.model.TeamKind;
import org.pengjiang.team.model.Teams;

/** Investment promotion teams. */
@Path("/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
public class TeamResource {
    private final RegisterTeam registerTeam;
    private final ChangeTeam changeTeam;
    private final TeamCommands commands;
    private final OrganisationQueries queries;
    private final Teams teams;
    private final CurrentCaller caller;
    private final Responses responses;
    private final Clock clock;

    TeamResource(
            RegisterTeam registerTeam,
            ChangeTeam changeTeam,
            TeamCommands commands,
            OrganisationQueries queries,
            Teams teams,
            CurrentCaller caller,
            Responses responses,
            Clock clock) {
        this.registerTeam = registerTeam;
        this.changeTeam = changeTeam;
        this.commands = commands;
        this.queries = queries;
        this.teams = teams;
        this.caller = caller;
        this.responses = responses;
        this.clock = clock;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("team:register")
    @Operation(operationId = "registerTeam", summary = "Registers a team (招商队), with its first leader where known")
    @APIResponseSchema(value = TeamView.class, responseCode = "201")
    public Response register(@Valid @NotNull RegisterTeamRequest request) {
        return responses.created("/v1/teams", registerTeam.register(request), commands::view);
    }

    @GET
    @PermissionsAllowed("team:read")
    @Operation(operationId = "listTeams", summary = "Teams in the order of their codes")
    @APIResponseSchema(TeamPage.class)
    public Response list(
            @QueryParam("kind") @Nullable TeamKind kind,
            @QueryParam("group") @Nullable String group,
            @QueryParam("captain") @Parameter(description = "Only teams this account leads today") @Nullable String captain,
            @BeanParam @Valid PageRequest page) {
        OrganisationQueries.TeamFilter filter = new OrganisationQueries.TeamFilter(
                kind, group == null ? null : TypedText.normalised(group), KeyText.ofNullable(captain));
        return responses.page(queries.teams(caller.get().scope(), filter, LocalDate.now(clock), page));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Command(idempotencyKey = false)
    @PermissionsAllowed("team:change")
    @Operation(operationId = "changeTeam", summary = "Changes what describes a team: name, group, unit, leader, chains")
    @RequestBody(content = @Content(schema = @Schema(implementation = TeamDescription.class)))
    @APIResponseSchema(TeamView.class)
    public Response change(@PathParam("id") UUID id, @NotNull MergePatch patch) {
        return responses.ok(changeTeam.describe(id, patch), commands::view);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("team:read")
    @Operation(operationId = "getTeam", summary = "One team with its first leaders and members by date")
    @APIResponseSchema(TeamView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                teams.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                commands::view);
    }

    @POST
    @Path("/{id}/dissolve")
    @Command
    @PermissionsAllowed("team:dissolve")
    @Operation(operationId = "dissolveTeam", summary = "Ends a team; its credit and its pledges stay")
    @APIResponseSchema(TeamView.class)
    public Response dissolve(@PathParam("id") UUID id, @Valid @NotNull LastDayRequest request) {
        return responses.ok(changeTeam.dissolve(id, request.lastDay()), commands::view);
    }
}

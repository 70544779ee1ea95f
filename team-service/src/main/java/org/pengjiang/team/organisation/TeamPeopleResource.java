package org.pengjiang.team.organisation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;

/** Who leads a team and who is in it, by date. */
@Path("/v1/teams/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
public class TeamPeopleResource {
    private final AppointCaptain appointCaptain;
    private final ChangeMembers changeMembers;
    private final TeamCommands commands;
    private final Responses responses;

    TeamPeopleResource(
            AppointCaptain appointCaptain, ChangeMembers changeMembers, TeamCommands commands, Responses responses) {
        this.appointCaptain = appointCaptain;
        this.changeMembers = changeMembers;
        this.commands = commands;
        this.responses = responses;
    }

    @POST
    @Path("/captains")
    @Command(ifMatch = false)
    @PermissionsAllowed("team:appoint-captain")
    @Operation(
            operationId = "appointCaptain",
            summary = "Appoints the first leader (一把手) from a date on; the one before ends on the day before")
    @APIResponseSchema(TeamView.class)
    public Response appoint(@PathParam("id") UUID id, @Valid @NotNull AppointCaptainRequest request) {
        return responses.ok(appointCaptain.appoint(id, request), commands::view);
    }

    @POST
    @Path("/members")
    @Command(ifMatch = false)
    @PermissionsAllowed("team:staff")
    @Operation(operationId = "addTeamMember", summary = "Adds a member from a date on")
    @APIResponseSchema(TeamView.class)
    public Response add(@PathParam("id") UUID id, @Valid @NotNull AddMemberRequest request) {
        return responses.ok(changeMembers.add(id, request), commands::view);
    }

    @POST
    @Path("/members/{account}/leave")
    @Command
    @PermissionsAllowed("team:staff")
    @Operation(operationId = "removeTeamMember", summary = "Ends someone's membership; the history stays")
    @APIResponseSchema(TeamView.class)
    public Response remove(
            @PathParam("id") UUID id, @PathParam("account") String account, @Valid @NotNull LastDayRequest request) {
        return responses.ok(changeMembers.remove(id, KeyText.of(account), request.lastDay()), commands::view);
    }
}

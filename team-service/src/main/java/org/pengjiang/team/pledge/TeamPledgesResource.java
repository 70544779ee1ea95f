package org.pengjiang.team.pledge;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.team.model.Pledges;

/** The pledges of one team. */
@Path("/v1/teams/{teamId}/pledges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pledges")
public class TeamPledgesResource {
    private final DraftPledge draftPledge;
    private final PledgeCommands commands;
    private final Pledges pledges;
    private final CurrentCaller caller;
    private final Responses responses;

    TeamPledgesResource(
            DraftPledge draftPledge,
            PledgeCommands commands,
            Pledges pledges,
            CurrentCaller caller,
            Responses responses) {
        this.draftPledge = draftPledge;
        this.commands = commands;
        this.pledges = pledges;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("pledge:draft")
    @Operation(operationId = "draftPledge", summary = "Drafts a team's pledge for a year")
    @APIResponseSchema(value = PledgeView.class, responseCode = "201")
    public Response draft(@PathParam("teamId") UUID teamId, @Valid @NotNull DraftPledgeRequest request) {
        return responses.created("/v1/pledges", draftPledge.draft(teamId, request), commands::view);
    }

    @GET
    @PermissionsAllowed("pledge:read")
    @Operation(operationId = "listTeamPledges", summary = "Every version of a team's pledge for a year, newest first")
    public List<PledgeView> list(
            @PathParam("teamId") UUID teamId, @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        return pledges.of(caller.get().scope(), teamId, year).stream()
                .map(commands::view)
                .toList();
    }
}

package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.AboutCaller;
import org.pengjiang.kit.identity.Caller;

/** Adds to {@code /v1/me} the teams this account leads today: the appointment decides, whatever the token says. */
@ApplicationScoped
class LedTeams implements AboutCaller {
    private static final PageRequest MANY = new PageRequest(200, null);

    private final OrganisationQueries queries;
    private final Clock clock;

    LedTeams(OrganisationQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> about(Caller caller) {
        OrganisationQueries.TeamFilter led = new OrganisationQueries.TeamFilter(null, null, caller.subject());
        List<TeamSummary> teams =
                queries.teams(caller.scope(), led, LocalDate.now(clock), MANY).items();
        return Map.of(
                "captainOf",
                teams.stream()
                        .map(team -> Map.of("teamId", team.id(), "code", team.code()))
                        .toList());
    }
}

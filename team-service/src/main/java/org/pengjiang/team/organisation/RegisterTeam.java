package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.team.events.CaptainAppointed;
import org.pengjiang.team.model.Placement;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

@ApplicationScoped
class RegisterTeam {
    private final Teams teams;
    private final OrganisationQueries queries;
    private final TeamLog teamLog;
    private final EventLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    RegisterTeam(
            Teams teams,
            OrganisationQueries queries,
            TeamLog teamLog,
            EventLog log,
            CurrentCaller caller,
            Clock clock) {
        this.teams = teams;
        this.queries = queries;
        this.teamLog = teamLog;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Team register(RegisterTeamRequest request) {
        DivisionScope scope = caller.get().scope();
        DivisionCode division = Placement.of(request.divisionCode(), scope, LocalDate.now(clock));
        queries.requireUnit(scope, request.description().unitCode());
        Team team = new Team(
                Ids.next(), division, request.code(), request.kind(), request.validFrom(), request.description());
        AppointCaptainRequest captain = request.captain();
        if (captain != null) {
            team.appoint(captain.account(), captain.name(), captain.title(), captain.from());
        }
        teams.add(team);
        teamLog.registered(team);
        if (captain != null) {
            log.append(
                    team,
                    new CaptainAppointed(team.id(), captain.account(), captain.from()),
                    Map.of("name", captain.name(), "title", captain.title()));
        }
        return team;
    }
}

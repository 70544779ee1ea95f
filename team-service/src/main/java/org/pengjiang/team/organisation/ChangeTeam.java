package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

@ApplicationScoped
class ChangeTeam {
    private final Teams teams;
    private final OrganisationQueries queries;
    private final TeamLog teamLog;
    private final CurrentCaller caller;

    ChangeTeam(Teams teams, OrganisationQueries queries, TeamLog teamLog, CurrentCaller caller) {
        this.teams = teams;
        this.queries = queries;
        this.teamLog = teamLog;
        this.caller = caller;
    }

    @Transactional
    Team describe(UUID id, MergePatch patch) {
        DivisionScope scope = caller.get().scope();
        Team team = teams.forChange(scope, id);
        TeamDescription changed = patch.onto(TeamDescription.of(team.description()));
        Team.Description wanted = changed.toModel();
        queries.requireUnit(scope, wanted.unitCode());
        if (team.describe(wanted)) {
            teamLog.changed(team);
        }
        return team;
    }

    @Transactional
    Team dissolve(UUID id, LocalDate lastDay) {
        Team team = teams.forChange(caller.get().scope(), id);
        team.dissolve(lastDay);
        teamLog.changed(team);
        return team;
    }
}

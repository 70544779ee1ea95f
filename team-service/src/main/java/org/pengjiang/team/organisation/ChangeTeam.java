package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

@ApplicationScoped
class ChangeTeam {
    private final Teams teams;
    private final TeamLog teamLog;
    private final CurrentCaller caller;

    ChangeTeam(Teams teams, TeamLog teamLog, CurrentCaller caller) {
        this.teams = teams;
        this.teamLog = teamLog;
        this.caller = caller;
    }

    @Transactional
    Team dissolve(UUID id, LocalDate lastDay) {
        Team team = teams.forChange(caller.get().scope(), id);
        team.dissolve(lastDay);
        teamLog.changed(team);
        return team;
    }
}

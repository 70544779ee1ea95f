package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.team.events.CaptainAppointed;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

@ApplicationScoped
class AppointCaptain {
    private final Teams teams;
    private final TeamLog teamLog;
    private final EventLog log;
    private final CurrentCaller caller;

    AppointCaptain(Teams teams, TeamLog teamLog, EventLog log, CurrentCaller caller) {
        this.teams = teams;
        this.teamLog = teamLog;
        this.log = log;
        this.caller = caller;
    }

    @Transactional
    Team appoint(UUID id, AppointCaptainRequest request) {
        Team team = teams.forChange(caller.get().scope(), id);
        team.appoint(request.account(), request.name(), request.title(), request.from());
        log.append(
                team,
                new CaptainAppointed(team.id(), request.account(), request.from()),
                Map.of("name", request.name(), "title", request.title()));
        teamLog.changed(team);
        return team;
    }
}

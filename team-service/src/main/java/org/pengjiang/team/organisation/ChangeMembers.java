package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.team.events.MembershipChanged;
import org.pengjiang.team.model.Roles;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamProblem;
import org.pengjiang.team.model.Teams;

/** The office keeps every team's members, a captain those of the team led today. */
@ApplicationScoped
class ChangeMembers {
    private final Teams teams;
    private final EventLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangeMembers(Teams teams, EventLog log, CurrentCaller caller, Clock clock) {
        this.teams = teams;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Team add(UUID id, AddMemberRequest request) {
        Team team = own(id);
        team.join(request.account(), request.name(), request.duty(), request.from());
        log.append(
                team,
                new MembershipChanged(team.id(), request.account(), "JOINED", request.from()),
                Map.of("name", request.name(), "duty", request.duty()));
        return team;
    }

    @Transactional
    Team remove(UUID id, String account, LocalDate lastDay) {
        Team team = own(id);
        team.leave(account, lastDay);
        log.append(team, new MembershipChanged(team.id(), account, "LEFT", lastDay));
        return team;
    }

    private Team own(UUID id) {
        Caller who = caller.get();
        Team team = teams.forChange(who.scope(), id);
        LocalDate today = LocalDate.now(clock);
        if (!who.hasRole(Roles.PROMOTION_OFFICE) && !team.isLedBy(who.subject(), today)) {
            throw new DomainException(TeamProblem.NOT_CAPTAIN, today);
        }
        return team;
    }
}

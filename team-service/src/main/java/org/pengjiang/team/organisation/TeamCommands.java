package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.team.model.Roles;
import org.pengjiang.team.model.Team;

/** What this caller may do with a team now, so that a client draws the right buttons. */
@ApplicationScoped
class TeamCommands {
    private final CurrentCaller caller;
    private final Clock clock;

    TeamCommands(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    TeamView view(Team team) {
        LocalDate today = LocalDate.now(clock);
        return TeamView.of(team, today, allowed(team, today));
    }

    private List<String> allowed(Team team, LocalDate today) {
        Caller who = caller.get();
        List<String> commands = new ArrayList<>();
        if (team.validTo().map(today::isAfter).orElse(false)) {
            return commands;
        }
        if (who.hasRole(Roles.PROMOTION_OFFICE)) {
            commands.addAll(List.of("change", "appoint-captain", "add-member", "remove-member", "draft-pledge"));
            if (team.validTo().isEmpty()) {
                commands.add("dissolve");
            }
        } else if (who.hasRole(Roles.TEAM_CAPTAIN) && team.isLedBy(who.subject(), today)) {
            commands.addAll(List.of("add-member", "remove-member"));
        }
        return commands;
    }
}

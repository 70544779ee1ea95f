package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.PledgeStatus;
import org.pengjiang.team.model.Roles;
import org.pengjiang.team.model.Teams;

/** What this caller may do with a pledge now, so that a client draws the right buttons. */
@ApplicationScoped
class PledgeCommands {
    private final Teams teams;
    private final CurrentCaller caller;
    private final Clock clock;

    PledgeCommands(Teams teams, CurrentCaller caller, Clock clock) {
        this.teams = teams;
        this.caller = caller;
        this.clock = clock;
    }

    PledgeView view(Pledge pledge) {
        return PledgeView.of(pledge, allowed(pledge));
    }

    private List<String> allowed(Pledge pledge) {
        Caller who = caller.get();
        boolean office = who.hasRole(Roles.PROMOTION_OFFICE);
        List<String> commands = new ArrayList<>();
        if (office && pledge.status() == PledgeStatus.DRAFT) {
            commands.addAll(List.of("rewrite", "issue"));
        }
        if (office && pledge.status() == PledgeStatus.ISSUED) {
            commands.add("take-back");
        }
        if (office && pledge.status() == PledgeStatus.SIGNED) {
            commands.add("amend");
        }
        if (pledge.status() == PledgeStatus.ISSUED && who.hasRole(Roles.TEAM_CAPTAIN) && leads(who, pledge)) {
            commands.add("sign");
        }
        return commands;
    }

    private boolean leads(Caller who, Pledge pledge) {
        return teams.find(who.scope(), pledge.teamId())
                .map(team -> team.isLedBy(who.subject(), LocalDate.now(clock)))
                .orElse(false);
    }
}

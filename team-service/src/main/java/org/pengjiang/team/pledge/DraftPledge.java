package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.team.events.PledgeDrafted;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamProblem;
import org.pengjiang.team.model.Teams;

/** Drafts the first version of a year, an amendment of the signed one, or rewrites a draft. */
@ApplicationScoped
class DraftPledge {
    private final Teams teams;
    private final Pledges pledges;
    private final LineDefaults defaults;
    private final EventLog log;
    private final CurrentCaller caller;

    DraftPledge(Teams teams, Pledges pledges, LineDefaults defaults, EventLog log, CurrentCaller caller) {
        this.teams = teams;
        this.pledges = pledges;
        this.defaults = defaults;
        this.log = log;
        this.caller = caller;
    }

    @Transactional
    Pledge draft(UUID teamId, DraftPledgeRequest request) {
        Team team = team(teamId);
        if (!pledges.of(caller.get().scope(), teamId, request.year()).isEmpty()) {
            throw new DomainException(TeamProblem.PLEDGE_OPEN, request.year());
        }
        Pledge pledge = Pledge.draft(Ids.next(), team, request.year(), lines(team, request.lines()));
        pledges.add(pledge);
        return logged(pledge);
    }

    @Transactional
    Pledge amend(UUID pledgeId, AmendPledgeRequest request) {
        DivisionScope scope = caller.get().scope();
        Pledge signed = pledges.forChange(scope, pledgeId);
        Team team = team(signed.teamId());
        boolean open = pledges.of(scope, signed.teamId(), signed.year()).stream()
                .anyMatch(it -> !it.status().isSigned());
        if (open) {
            throw new DomainException(TeamProblem.PLEDGE_OPEN, signed.year());
        }
        Pledge amendment = signed.amended(Ids.next(), team, request.resolutionNo(), lines(team, request.lines()));
        pledges.add(amendment);
        return logged(amendment);
    }

    @Transactional
    Pledge rewrite(UUID pledgeId, RewritePledgeRequest request) {
        Pledge pledge = pledges.forChange(caller.get().scope(), pledgeId);
        return pledge.promise(lines(team(pledge.teamId()), request.lines())) ? logged(pledge) : pledge;
    }

    private Pledge logged(Pledge pledge) {
        log.append(pledge, drafted(pledge));
        return pledge;
    }

    static PledgeDrafted drafted(Pledge pledge) {
        return new PledgeDrafted(
                pledge.teamId(),
                pledge.teamCode(),
                pledge.year(),
                pledge.number(),
                pledge.lines().size());
    }

    private Team team(UUID id) {
        return teams.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    private List<TargetLine> lines(Team team, List<LineRequest> requested) {
        LineDefaults.Usual usual = defaults.of(team.division());
        return requested.stream()
                .map(line -> line.toLine(usual.curve(), usual.cap()))
                .toList();
    }
}

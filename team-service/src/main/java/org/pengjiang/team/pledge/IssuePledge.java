package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.team.events.PledgeIssued;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;
import org.pengjiang.team.model.Teams;

/** Hands a draft to the captain, or takes it back before it is signed. */
@ApplicationScoped
class IssuePledge {
    private final Pledges pledges;
    private final Teams teams;
    private final EventLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    IssuePledge(Pledges pledges, Teams teams, EventLog log, CurrentCaller caller, Clock clock) {
        this.pledges = pledges;
        this.teams = teams;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Pledge issue(UUID id) {
        Pledge pledge = pledges.forChange(caller.get().scope(), id);
        // a captain appointed at the same moment would not see the pledge, nor the pledge him
        teams.alongside(caller.get().scope(), pledge.teamId());
        pledge.issue(LocalDate.now(clock));
        return logged(pledge, false);
    }

    @Transactional
    Pledge takeBack(UUID id) {
        Pledge pledge = pledges.forChange(caller.get().scope(), id);
        pledge.takeBack();
        return logged(pledge, true);
    }

    private Pledge logged(Pledge pledge, boolean takenBack) {
        log.append(
                pledge,
                new PledgeIssued(pledge.teamId(), pledge.teamCode(), pledge.year(), pledge.number(), takenBack));
        return pledge;
    }
}

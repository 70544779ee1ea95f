package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.team.events.PledgeAmended;
import org.pengjiang.team.events.PledgeSigned;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamProblem;
import org.pengjiang.team.model.Teams;

/** The captain of the document's date signs with their own account; the version before is replaced. */
@ApplicationScoped
class SignPledge {
    private final Teams teams;
    private final Pledges pledges;
    private final EventLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    SignPledge(Teams teams, Pledges pledges, EventLog log, CurrentCaller caller, Clock clock) {
        this.teams = teams;
        this.pledges = pledges;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Pledge sign(UUID id, SignPledgeRequest request) {
        Caller captain = caller.get();
        Pledge pledge = pledges.forChange(captain.scope(), id);
        Team team = teams.find(captain.scope(), pledge.teamId())
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        LocalDate signedOn = Objects.requireNonNullElse(request.signedOn(), LocalDate.now(clock));
        requirePast(signedOn);
        boolean otherDocument = request.documentHash() != null
                && !pledge.documentHash().map(request.documentHash()::equals).orElse(false);
        if (otherDocument) {
            throw new DomainException(TeamProblem.DOCUMENT_CHANGED);
        }
        Optional<Pledge> before = pledges.signed(captain.scope(), pledge.teamId(), pledge.year())
                .filter(other -> !other.id().equals(id));
        pledge.sign(team, captain.subject(), signedOn, clock.instant());
        before.ifPresent(replaced -> replace(replaced, pledge, signedOn));
        log.append(
                pledge,
                new PledgeSigned(
                        pledge.teamId(),
                        pledge.teamCode(),
                        pledge.year(),
                        pledge.number(),
                        pledge.documentHash().orElseThrow(),
                        signedOn,
                        captain.subject(),
                        pledge.resolutionNo().orElse(null)));
        return pledge;
    }

    private void requirePast(LocalDate signedOn) {
        if (signedOn.isAfter(LocalDate.now(clock))) {
            throw refusal(TeamProblem.SIGNED_IN_FUTURE);
        }
    }

    /** An amendment dated before the version it replaces would change boards that rest on that one. */
    private void replace(Pledge before, Pledge amendment, LocalDate signedOn) {
        Pledge replaced = pledges.alongside(caller.get().scope(), before.id());
        if (replaced.signedOn().map(signedOn::isBefore).orElse(false)) {
            throw refusal(TeamProblem.SIGNED_BEFORE_REPLACED);
        }
        replaced.supersede(signedOn);
        log.append(
                replaced, new PledgeAmended(replaced.teamId(), replaced.year(), replaced.number(), amendment.number()));
    }

    private static DomainException refusal(TeamProblem problem) {
        return new DomainException(problem, List.of(Fault.at("/signedOn", problem)));
    }
}

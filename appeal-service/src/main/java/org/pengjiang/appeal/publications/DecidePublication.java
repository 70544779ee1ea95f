package org.pengjiang.appeal.publications;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.PublicationDecided;
import org.pengjiang.appeal.model.problem.PublicationProblem;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.appeal.model.publication.Publisher;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;

/** The second person confirms or rejects a proposal, or the first one withdraws it. */
@ApplicationScoped
class DecidePublication {
    private final PublicationProposals proposals;
    private final List<Publisher> publishers;
    private final EventLog log;
    private final Clock clock;

    DecidePublication(PublicationProposals proposals, @All List<Publisher> publishers, EventLog log, Clock clock) {
        this.proposals = proposals;
        this.publishers = publishers;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    PublicationProposal confirm(UUID id, Caller caller) {
        PublicationProposal proposal = own(id, caller);
        proposal.confirm(caller, Instant.now(clock));
        publishers.stream()
                .filter(publisher -> publisher.kind() == proposal.kind())
                .findFirst()
                .orElseThrow()
                .publish(proposal, caller);
        return decided(proposal, null);
    }

    @Transactional
    PublicationProposal reject(UUID id, String reason, Caller caller) {
        PublicationProposal proposal = own(id, caller);
        proposal.reject(caller, reason, Instant.now(clock));
        return decided(proposal, reason);
    }

    @Transactional
    PublicationProposal withdraw(UUID id, String reason, Caller caller) {
        PublicationProposal proposal = own(id, caller);
        proposal.withdraw(caller, reason, Instant.now(clock));
        return decided(proposal, reason);
    }

    /** Who is above a division reads its proposals and decides none of them. */
    private PublicationProposal own(UUID id, Caller caller) {
        PublicationProposal proposal = proposals.forChange(caller.scope(), id);
        if (!caller.division().equals(Optional.of(proposal.division()))) {
            throw new DomainException(
                    PublicationProblem.PUBLICATION_NOT_OWN, proposal.division().value());
        }
        return proposal;
    }

    private PublicationProposal decided(PublicationProposal proposal, @Nullable String reason) {
        log.append(proposal, event(proposal), reason == null ? Map.of() : Map.of("reason", reason));
        return proposal;
    }

    static PublicationDecided event(PublicationProposal proposal) {
        return new PublicationDecided(
                proposal.kind().name(), proposal.approval().outcome().name());
    }
}

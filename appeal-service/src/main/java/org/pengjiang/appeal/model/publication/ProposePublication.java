package org.pengjiang.appeal.model.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.appeal.events.PublicationProposed;
import org.pengjiang.appeal.model.problem.PublicationProblem;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;

/** Keeps what somebody wants to publish until a second person has decided. */
@ApplicationScoped
public class ProposePublication {
    private final PublicationProposals proposals;
    private final EventLog log;
    private final ObjectMapper json;
    private final Clock clock;

    ProposePublication(PublicationProposals proposals, EventLog log, ObjectMapper json, Clock clock) {
        this.proposals = proposals;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /**
     * To propose the same once more makes no second proposal.
     *
     * @param content what was sent, and is found sound
     * @param effect what it would change now
     * @throws DomainException PUBLICATION_PROPOSAL_OPEN
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PublicationProposal propose(
            DivisionCode division, PublicationKind kind, String documentNo, Object content, Object effect, Caller by) {
        String text = text(content);
        Optional<PublicationProposal> open = proposals.open(division, kind);
        if (open.isPresent()) {
            return open.filter(proposal -> proposal.says(text, by))
                    .orElseThrow(() -> new DomainException(PublicationProblem.PUBLICATION_PROPOSAL_OPEN)
                            .with("proposal", open.get().id()));
        }
        PublicationProposal proposal =
                new PublicationProposal(division, kind, documentNo, text, text(effect), by, Instant.now(clock));
        log.append(proposal, new PublicationProposed(kind.name(), documentNo));
        proposals.add(proposal);
        return proposal;
    }

    /** What was sent with a proposal. */
    public <T> T content(PublicationProposal proposal, Class<T> type) {
        try {
            return json.readValue(proposal.content(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(proposal + " holds no " + type.getName(), e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " does not turn into JSON", e);
        }
    }
}

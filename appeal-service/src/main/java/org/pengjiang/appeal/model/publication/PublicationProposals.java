package org.pengjiang.appeal.model.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.OpenApprovals;
import org.pengjiang.kit.approval.OpenApprovals.Join;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;

/** Every proposal. */
@ApplicationScoped
public class PublicationProposals extends AggregateRepository<PublicationProposal> {
    public static final String TYPE = "publication-proposal";
    public static final String PATH = "/v1/publication-proposals";

    @Unscoped("of the division that the caller publishes for")
    Optional<PublicationProposal> open(DivisionCode division, PublicationKind kind) {
        return entities()
                .createQuery(
                        "from PublicationProposal p where p.division = :division and p.kind = :kind"
                                + " and p.approval.outcome = :open",
                        PublicationProposal.class)
                .setParameter("division", division.value())
                .setParameter("kind", kind)
                .setParameter("open", ApprovalOutcome.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** Open ones whose due is not stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Subject> withoutDues(SystemScope scope, PublicationKind kind, int most, Collection<UUID> except) {
        return OpenApprovals.subjectsWithoutDues(
                entities(), Join.byApproval("publication_proposal"), kind, most, except);
    }
}

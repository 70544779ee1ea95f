package org.pengjiang.appeal.publications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;

/** A proposal that nobody decides ends after a week. */
@ApplicationScoped
class PublicationDues implements DueSource<PublicationProposal> {
    private final PublicationProposals proposals;
    private final EventLog log;

    PublicationDues(PublicationProposals proposals, EventLog log) {
        this.proposals = proposals;
        this.log = log;
    }

    @Override
    public String subjectType() {
        return PublicationProposals.TYPE;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PublicationTasks.CONFIRM);
    }

    @Override
    public String link(PublicationProposal proposal) {
        return proposal.path();
    }

    @Override
    public List<Due> open(PublicationProposal proposal) {
        return ApprovalTasks.dues(
                proposal.approval(),
                proposal.kind(),
                PublicationTasks.CONFIRM,
                "",
                "@publication." + proposal.kind(),
                proposal.documentNo());
    }

    @Override
    public PublicationProposal forChange(DivisionScope scope, UUID id) {
        return proposals.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        List<Subject> found = new ArrayList<>();
        for (PublicationKind kind : PublicationKind.values()) {
            found.addAll(proposals.withoutDues(Scope.system(), kind, most - found.size(), except));
        }
        return found;
    }

    @Override
    public void reached(PublicationProposal proposal, Due due, Due.Level level) {
        if (proposal.approval().expire(level.at())) {
            log.append(proposal, DecidePublication.event(proposal));
        }
    }
}

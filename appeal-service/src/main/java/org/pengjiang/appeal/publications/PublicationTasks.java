package org.pengjiang.appeal.publications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;

/** A proposal waits for whoever may confirm it, and not for who proposed it. */
@ApplicationScoped
class PublicationTasks implements TaskSource<PublicationProposal> {
    static final String CONFIRM = "publication-to-confirm";

    @Override
    public String subjectType() {
        return PublicationProposals.TYPE;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    @Override
    public String link(PublicationProposal proposal) {
        return proposal.path();
    }

    @Override
    public List<Task> waiting(PublicationProposal proposal) {
        return ApprovalTasks.of(
                proposal.approval(),
                proposal.kind(),
                Exclusion.NOBODY,
                CONFIRM,
                "",
                "@publication." + proposal.kind(),
                proposal.documentNo());
    }
}

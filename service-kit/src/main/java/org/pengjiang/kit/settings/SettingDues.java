package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;

/** A proposed change ends when the day before it would take effect is over. */
@ApplicationScoped
class SettingDues implements DueSource<SettingProposal> {
    private final SettingProposals proposals;
    private final EventLog log;

    SettingDues(SettingProposals proposals, EventLog log) {
        this.proposals = proposals;
        this.log = log;
    }

    @Override
    public String subjectType() {
        return SettingProposal.TYPE;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SettingTasks.CONFIRM);
    }

    @Override
    public String link(SettingProposal proposal) {
        return proposal.path();
    }

    @Override
    public List<Due> open(SettingProposal proposal) {
        return ApprovalTasks.dues(
                proposal.approval(),
                SettingApproval.SETTING_CHANGE,
                SettingTasks.CONFIRM,
                "",
                proposal.name(),
                proposal.effectiveFrom());
    }

    @Override
    public SettingProposal forChange(DivisionScope scope, UUID id) {
        return proposals.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        return proposals.withoutDues(Scope.system(), most, except);
    }

    @Override
    public void reached(SettingProposal proposal, Due due, Due.Level level) {
        if (proposal.approval().expire(level.at())) {
            log.append(proposal, SettingProposalDecided.of(proposal));
        }
    }
}

package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;

/** A proposed change waits for whoever may confirm it, and not for who proposed it. */
@ApplicationScoped
class SettingTasks implements TaskSource<SettingProposal> {
    static final String CONFIRM = "setting-to-confirm";

    @Override
    public String subjectType() {
        return SettingProposal.TYPE;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    @Override
    public String link(SettingProposal proposal) {
        return proposal.path();
    }

    @Override
    public List<Task> waiting(SettingProposal proposal) {
        return ApprovalTasks.of(
                proposal.approval(),
                SettingApproval.SETTING_CHANGE,
                Exclusion.NOBODY,
                CONFIRM,
                "",
                proposal.name(),
                proposal.effectiveFrom());
    }
}

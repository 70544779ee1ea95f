package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.ProjectApproval;

/** A credit code that fails its check waits for a second person's word. */
@ApplicationScoped
class InvestorTasks implements TaskSource<Investor> {
    static final String OVERRIDE = "credit-code-to-confirm";

    @Override
    public String subjectType() {
        return "investor";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OVERRIDE);
    }

    @Override
    public String link(Investor investor) {
        return "/v1/investors/" + investor.id();
    }

    @Override
    public List<Task> waiting(Investor investor) {
        return investor.override().stream()
                .flatMap(override -> override.tasks(ProjectApproval.CREDIT_CODE, OVERRIDE, "").stream())
                .toList();
    }
}

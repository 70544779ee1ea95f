package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.ProjectApproval;
import org.pengjiang.project.model.Projects;

/** A credit code that fails its check waits for a second person's word, whose team gains by no project of the investor. */
@ApplicationScoped
class InvestorTasks implements TaskSource<Investor> {
    static final String OVERRIDE = "credit-code-to-confirm";
    static final String AGAIN = "credit-code-to-confirm-again";

    private final Projects projects;

    InvestorTasks(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String subjectType() {
        return "investor";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OVERRIDE, AGAIN);
    }

    @Override
    public String link(Investor investor) {
        return path(investor);
    }

    static String path(Investor investor) {
        return "/v1/investors/" + investor.id();
    }

    @Override
    public List<Task> waiting(Investor investor) {
        return investor.override()
                .map(override -> waiting(
                        override,
                        Exclusion.ofTeams(projects.teamsCreditedFor(
                                Investors.districtOf(DivisionScope.of(investor.division())), investor.id()))))
                .orElse(List.of());
    }

    private static List<Task> waiting(ApprovalRequest override, Exclusion credited) {
        return Stream.concat(
                        ApprovalTasks.of(override, ProjectApproval.CREDIT_CODE, credited, OVERRIDE, "").stream(),
                        ApprovalTasks.again(override, ProjectApproval.CREDIT_CODE, credited, AGAIN, "").stream())
                .toList();
    }
}

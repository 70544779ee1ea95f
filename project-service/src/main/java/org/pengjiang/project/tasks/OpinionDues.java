package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.due.Light;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.project.events.OpinionOverdue;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.Condition;
import org.pengjiang.project.model.DepartmentOpinion;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.Roles;
import org.pengjiang.project.model.Stage;

/** The opinions that departments owe to a project's admission. They do not run while the project is not active. */
@ApplicationScoped
class OpinionDues implements DueSource<InvestmentProject> {
    static final String REMINDER = "reminder";

    private final OpinionTime opinionTime;
    private final Projects projects;
    private final EventLog log;

    OpinionDues(OpinionTime opinionTime, Projects projects, EventLog log) {
        this.opinionTime = opinionTime;
        this.projects = projects;
        this.log = log;
    }

    @Override
    public String subjectType() {
        return "project";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ProjectTasks.OPINION);
    }

    @Override
    public String link(InvestmentProject project) {
        return "/v1/projects/" + project.id();
    }

    @Override
    public List<Due> open(InvestmentProject project) {
        return project.stage() == Stage.ADMISSION_REVIEW
                ? project.admission()
                        .filter(admission -> admission.decision() == null)
                        .map(admission -> admission.opinions().stream()
                                .filter(opinion -> opinion.verdict() == null)
                                .map(opinion -> due(project, admission, opinion))
                                .toList())
                        .orElse(List.of())
                : List.of();
    }

    private Due due(InvestmentProject project, AdmissionCase admission, DepartmentOpinion opinion) {
        OpinionTime.Limit limit = opinionTime.of(project.division(), admission.openedOn(), opinion.dueOn());
        return Due.of(
                        ProjectTasks.OPINION,
                        item(admission, opinion),
                        Assignee.role(Roles.UNIT_CLERK, Roles.UNIT_HEAD).of(opinion.department()),
                        limit.since(),
                        limit.dueAt(),
                        project.no())
                .level(REMINDER, Light.YELLOW, limit.remindAt())
                .provisional(limit.provisional())
                .paused(project.condition() != Condition.ACTIVE);
    }

    static String item(AdmissionCase admission, DepartmentOpinion opinion) {
        return admission.seq() + " " + opinion.department();
    }

    @Override
    public InvestmentProject forChange(DivisionScope scope, UUID id) {
        return projects.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        return projects.owingOpinionsWithoutDue(Scope.system(), most, except);
    }

    @Override
    public void reached(InvestmentProject project, Due due, Due.Level level) {
        if (!level.name().equals(Due.OVERDUE)) {
            return;
        }
        AdmissionCase admission = project.admission().orElseThrow();
        DepartmentOpinion missing = admission.opinions().stream()
                .filter(opinion -> item(admission, opinion).equals(due.item()))
                .findFirst()
                .orElseThrow();
        log.append(project, new OpinionOverdue(admission.seq(), missing.department(), missing.dueOn()));
    }
}

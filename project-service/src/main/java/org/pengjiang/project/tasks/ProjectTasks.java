package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.Condition;
import org.pengjiang.project.model.DepartmentOpinion;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.EvidenceType;
import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.ProjectApproval;
import org.pengjiang.project.model.Roles;
import org.pengjiang.project.model.Stage;

/** What a project waits for. A project that is not active waits for nothing. */
@ApplicationScoped
class ProjectTasks implements TaskSource<InvestmentProject> {
    static final String GATE = "gate-to-confirm";
    static final String OPINION = "opinion-to-give";
    static final String ADMISSION = "admission-to-decide";
    static final String AMOUNT = "amount-to-confirm";
    static final String EVIDENCE = "evidence-to-verify";
    static final String EVIDENCE_AGAIN = "evidence-to-verify-again";

    /** The papers that a gate takes only when a second person has found them good. */
    private static final Set<EvidenceType> VERIFIED_FOR_A_GATE =
            Set.of(EvidenceType.MINUTES, EvidenceType.AGREEMENT_SCAN);

    private final OpinionTime opinionTime;

    ProjectTasks(OpinionTime opinionTime) {
        this.opinionTime = opinionTime;
    }

    @Override
    public String subjectType() {
        return "project";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(GATE, OPINION, ADMISSION, AMOUNT, EVIDENCE, EVIDENCE_AGAIN);
    }

    @Override
    public String link(InvestmentProject project) {
        return "/v1/projects/" + project.id();
    }

    /** What a stage cannot have is not asked for: each question loads a part of the project. */
    @Override
    public List<Task> waiting(InvestmentProject project) {
        List<Task> tasks = new ArrayList<>();
        if (project.condition() != Condition.ACTIVE) {
            return tasks;
        }
        if (project.stage().isSignedOrLater()) {
            amounts(project, tasks);
            return tasks;
        }
        project.openRequest().ifPresent(request -> gate(project, request, tasks));
        if (project.stage() == Stage.ADMISSION_REVIEW) {
            project.admission()
                    .filter(admission -> admission.decision() == null)
                    .ifPresent(admission -> admission(project, admission, tasks));
        }
        if (project.stage() != Stage.LEAD) {
            evidence(project, tasks);
        }
        return tasks;
    }

    private static void gate(InvestmentProject project, GateRequest request, List<Task> tasks) {
        String stage = "@stage." + request.to().name();
        tasks.addAll(ApprovalTasks.of(
                request.approval(),
                ProjectApproval.GATE,
                project.credited(),
                GATE,
                request.seq(),
                project.no(),
                stage));
    }

    private void admission(InvestmentProject project, AdmissionCase admission, List<Task> tasks) {
        int before = tasks.size();
        admission.opinions().stream()
                .filter(opinion -> opinion.verdict() == null)
                .map(opinion -> opinion(project, admission, opinion))
                .forEach(tasks::add);
        if (tasks.size() == before) {
            tasks.add(Task.of(ADMISSION, admission.seq(), Assignee.role(Roles.PROMOTION_OFFICE), project.no()));
        }
    }

    private Task opinion(InvestmentProject project, AdmissionCase admission, DepartmentOpinion opinion) {
        OpinionTime.Limit limit = opinionTime.of(project.division(), admission.openedOn(), opinion.dueOn());
        return Task.of(
                        OPINION,
                        OpinionDues.item(admission, opinion),
                        Assignee.role(Roles.UNIT_CLERK, Roles.UNIT_HEAD).of(opinion.department()),
                        project.no())
                .due(limit.dueAt(), limit.provisional())
                .remindAt(limit.remindAt());
    }

    private static void amounts(InvestmentProject project, List<Task> tasks) {
        project.amountRevisions().stream()
                .flatMap(revision -> ApprovalTasks.of(
                        revision.approval(),
                        ProjectApproval.AMOUNT,
                        project.credited(),
                        AMOUNT,
                        revision.seq(),
                        project.no())
                        .stream())
                .forEach(tasks::add);
    }

    private static void evidence(InvestmentProject project, List<Task> tasks) {
        Exclusion credited = project.credited();
        Set<EvidenceType> carried = EnumSet.noneOf(EvidenceType.class);
        List<Evidence> pieces = project.evidence().stream()
                .filter(piece -> VERIFIED_FOR_A_GATE.contains(piece.type()))
                .toList();
        for (Evidence piece : pieces) {
            String type = "@evidence." + piece.type().name();
            tasks.addAll(ApprovalTasks.of(
                    piece.approval(), ProjectApproval.EVIDENCE, credited, EVIDENCE, piece.id(), project.no(), type));
            if (piece.carriesAGate()) {
                carried.add(piece.type());
            }
        }
        for (Evidence piece : pieces) {
            if (!carried.contains(piece.type())) {
                String type = "@evidence." + piece.type().name();
                tasks.addAll(ApprovalTasks.again(
                        piece.approval(),
                        ProjectApproval.EVIDENCE,
                        credited,
                        EVIDENCE_AGAIN,
                        piece.id(),
                        project.no(),
                        type));
            }
        }
    }
}

package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The course of an admission case: figures frozen, departments heard, decided. */
@ApplicationScoped
public class AdmissionReview {
    private final ThresholdPolicies policies;
    private final WorkCalendar calendar;
    private final TimeLimits limits;
    private final Clock clock;

    AdmissionReview(ThresholdPolicies policies, WorkCalendar calendar, TimeLimits limits, Clock clock) {
        this.policies = policies;
        this.calendar = calendar;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws DomainException STAGE_WRONG outside ADMISSION_REVIEW, GATE_REQUEST_OPEN */
    public AdmissionCase open(InvestmentProject project, List<String> departments, Caller caller) {
        project.requireQuiet();
        requireUnderReview(project);
        LocalDate today = LocalDate.now(clock);
        ThresholdPolicy policy = policies.inForceOn(today);
        AdmissionCase opened = project.openAdmission(policy, caller.subject(), today);
        opened.ask(
                departments,
                calendar.of(project.division()).addWorkdays(today, limits.opinionWorkdays(project.division())));
        return opened;
    }

    /** @throws DomainException ADMISSION_CASE_MISSING, DEPARTMENT_NOT_ASKED, DEPARTMENT_NOT_OWN, ADMISSION_DECIDED */
    public AdmissionCase give(
            InvestmentProject project, String department, Verdict verdict, @Nullable String text, Caller caller) {
        project.requireActive();
        AdmissionCase open = undecided(project);
        if (!open.asked(department)) {
            throw new DomainException(ProjectProblem.DEPARTMENT_NOT_ASKED, department);
        }
        if (!caller.claims("unit").contains(department)) {
            throw new DomainException(ProjectProblem.DEPARTMENT_NOT_OWN, department);
        }
        open.receive(department, verdict, text, caller.subject(), Instant.now(clock));
        return open;
    }

    /** @throws DomainException ADMISSION_CASE_MISSING, ADMISSION_DECIDED, GATE_REQUEST_OPEN, and every fault of the ruling */
    public AdmissionCase decide(InvestmentProject project, Ruling ruling, Caller caller) {
        project.requireQuiet();
        AdmissionCase open = undecided(project);
        LocalDate today = LocalDate.now(clock);
        List<Fault> faults = new ArrayList<>();
        boolean admits = ruling.decision() == Decision.PASS || ruling.decision() == Decision.CONDITIONAL;
        if (admits && !ruling.vetoes().isEmpty()) {
            faults.add(Fault.at("/vetoes", ProjectProblem.VETO_EXCLUDES_ADMISSION));
        }
        if (ruling.decision() == Decision.PASS && !open.allItemsHold()) {
            faults.add(Fault.at("/decision", ProjectProblem.DECISION_NOT_POSSIBLE));
        }
        if (ruling.decision() == Decision.CONDITIONAL && ruling.conditions().isEmpty()) {
            faults.add(Fault.at("/conditions", ProjectProblem.CONDITIONS_MISSING));
        }
        for (int i = 0; i < ruling.withoutOpinion().size(); i++) {
            String department = ruling.withoutOpinion().get(i);
            if (!open.isOverdue(department, today)) {
                faults.add(Fault.at("/withoutOpinion/" + i, ProjectProblem.OPINION_NOT_OVERDUE, department));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        open.decide(ruling, caller.subject(), today, today.plusDays(limits.decisionValidDays(project.division())));
        return open;
    }

    private static AdmissionCase undecided(InvestmentProject project) {
        requireUnderReview(project);
        AdmissionCase open =
                project.admission().orElseThrow(() -> new DomainException(ProjectProblem.ADMISSION_CASE_MISSING));
        if (open.isDecided()) {
            throw new DomainException(ProjectProblem.ADMISSION_DECIDED);
        }
        return open;
    }

    private static void requireUnderReview(InvestmentProject project) {
        if (project.stage() != Stage.ADMISSION_REVIEW) {
            throw new DomainException(
                            ProjectProblem.STAGE_WRONG, project.stage().name())
                    .with("stage", project.stage().name());
        }
    }
}
